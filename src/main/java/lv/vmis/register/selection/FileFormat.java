package lv.vmis.register.selection;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As what a list leaves. */
enum FileFormat {
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String contentType;

    FileFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The one that was asked for; CSV when none is named that there is. */
    static FileFormat of(@Nullable String asked) {
        return XLSX.name().equals(asked) ? XLSX : CSV;
    }

    String contentType() {
        return contentType;
    }

    /** "bans-2026-11-27.xlsx". */
    String named(String name) {
        return name + "." + name().toLowerCase(Locale.ROOT);
    }
}
