package lv.vmis.register.selection;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A step of the way of a request for a file: the reason where one is needed, the order of the list, the version that was seen. */
public record ExportForm(
        @Nullable UUID key,
        @Nullable Integer version,
        @Nullable String reason,
        @Nullable String sort) {

    private static final int REASON = 1_000;

    static ExportForm fresh() {
        return new ExportForm(Ids.next(), null, null, null);
    }

    /** The version that was seen; a new one has none. */
    int seen() {
        return version == null ? 0 : version;
    }

    Outcome<String> why(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(why::get);
    }
}
