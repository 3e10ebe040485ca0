package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A detention as typed. */
public record DetainForm(
        UUID key,
        @Nullable String detainedOn,
        @Nullable String detainedAt,
        @Nullable String ground,
        @Nullable String unit,
        @Nullable String circumstances,
        @Nullable String lastResort,
        @Nullable String place,
        @Nullable String born) {

    private static final int CIRCUMSTANCES = 4_000;

    private static final int CODE = 50;

    Outcome<Detain.Input> parse(UUID caseId, LocalDate today) {
        var in = new Parse(today);
        var at = in.moment("detainedOn", detainedOn, "detainedAt", detainedAt);
        var why = in.text("ground", ground, CODE);
        var by = in.text("unit", unit, CODE);
        var how = in.text("circumstances", circumstances, CIRCUMSTANCES);
        var resort = in.optionalText("lastResort", lastResort, CIRCUMSTANCES);
        var placed = in.optionalText("place", place, CODE);
        return in.into(() ->
                new Detain.Input(caseId, at.get(), why.get(), by.get(), how.get(), resort.orNull(), placed.orNull()));
    }
}
