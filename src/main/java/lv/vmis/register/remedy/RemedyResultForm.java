package lv.vmis.register.remedy;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** What came of a remedy, as typed. */
public record RemedyResultForm(
        UUID key,
        int version,
        @Nullable String result,
        @Nullable String resultOn,
        @Nullable String number,
        @Nullable String note,
        @Nullable String born) {

    private static final int NAME = 200;

    private static final int NOTE = 10_000;

    Outcome<ResolveRemedy.Input> parse(UUID remedy, LocalDate today) {
        var in = new Parse(today);
        var what = in.oneOf("result", result, RemedyResult.class);
        var on = in.pastDay("resultOn", resultOn);
        var digits = in.optionalText("number", number, NAME);
        var words = in.optionalText("note", note, NOTE);
        return in.into(
                () -> new ResolveRemedy.Input(remedy, version, what.get(), on.get(), digits.orNull(), words.orNull()));
    }
}
