package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** The end of a measure instead of detention, as typed. */
public record AlternativeEndForm(
        UUID key,
        int version,
        @Nullable String endedOn,
        @Nullable String reason,
        @Nullable String note) {

    private static final int NOTE = 2_000;

    private static final int CODE = 50;

    Outcome<EndAlternative.Input> parse(UUID measure, LocalDate today) {
        var in = new Parse(today);
        var on = in.pastDay("endedOn", endedOn);
        var why = in.text("reason", reason, CODE);
        var said = in.optionalText("note", note, NOTE);
        return in.into(() -> new EndAlternative.Input(measure, version, on.get(), why.get(), said.orNull()));
    }
}
