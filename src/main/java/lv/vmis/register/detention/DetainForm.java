package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
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
        @Nullable String kind,
        @Nullable String court,
        @Nullable String number,
        @Nullable String decidedOn,
        @Nullable String untilDay,
        @Nullable String untilTime,
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
        var ruling = isByJudge() ? RulingForm.read(in, kind, court, number, decidedOn, untilDay, untilTime) : null;
        return in.into(() -> new Detain.Input(
                caseId,
                at.get(),
                why.get(),
                by.get(),
                how.get(),
                resort.orNull(),
                ruling == null ? null : ruling.get(),
                placed.orNull()));
    }

    /** Whether anything of a judge's decision was typed. */
    public boolean isByJudge() {
        return Stream.of(court, number, decidedOn, untilDay, untilTime)
                .anyMatch(typed -> typed != null && !typed.isBlank());
    }
}
