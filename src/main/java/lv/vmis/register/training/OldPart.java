package lv.vmis.register.training;

import java.time.LocalDate;
import lv.vmis.register.legacy.export.CodePage;
import org.jspecify.annotations.Nullable;

/** The parts of an export: each time the old system was renewed it wrote in another way. */
enum OldPart {
    ISO_8859_13(CodePage.ISO_8859_13, "1998-2004.csv", 2004),
    WINDOWS_1257(CodePage.WINDOWS_1257, "2005-2010.csv", 2010),
    UTF_8(CodePage.UTF_8, "2011-2017.csv", 2017),
    XLSX(null, "2018-2021.xlsx", 2021),
    XML(null, "2022-2026.xml", 9999);

    private final @Nullable CodePage codePage;
    private final String name;
    private final int lastYear;

    OldPart(@Nullable CodePage codePage, String name, int lastYear) {
        this.codePage = codePage;
        this.name = name;
        this.lastYear = lastYear;
    }

    @Nullable
    CodePage codePage() {
        return codePage;
    }

    String fileName(String table) {
        return table + "-" + name;
    }

    /** Whether letters of every language can stand in it. */
    boolean holdsAll() {
        return this != ISO_8859_13 && this != WINDOWS_1257;
    }

    static OldPart of(LocalDate entered) {
        for (var part : values()) {
            if (entered.getYear() <= part.lastYear) {
                return part;
            }
        }
        throw new IllegalStateException();
    }
}
