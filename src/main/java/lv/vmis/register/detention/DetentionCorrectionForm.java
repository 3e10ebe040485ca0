package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** A detention corrected, as typed; the release only where he was released. */
public record DetentionCorrectionForm(
        UUID key,
        int version,
        @Nullable String detainedOn,
        @Nullable String detainedAt,
        @Nullable String ground,
        @Nullable String unit,
        @Nullable String circumstances,
        @Nullable String lastResort,
        @Nullable String releasedOn,
        @Nullable String releasedAt,
        @Nullable String reason,
        @Nullable String why,
        @Nullable String born) {

    private static final int TEXT = 4_000;

    private static final int WHY = 2_000;

    private static final int CODE = 50;

    Outcome<CorrectDetention.Input> parse(UUID detention, boolean isReleased, LocalDate today) {
        var in = new Parse(today);
        var from = in.moment("detainedOn", detainedOn, "detainedAt", detainedAt);
        var on = in.text("ground", ground, CODE);
        var by = in.text("unit", unit, CODE);
        var how = in.text("circumstances", circumstances, TEXT);
        var resort = in.optionalText("lastResort", lastResort, TEXT);
        var until = isReleased ? in.moment("releasedOn", releasedOn, "releasedAt", releasedAt) : null;
        var free = isReleased ? in.text("reason", reason, CODE) : null;
        var mended = in.text("why", why, WHY);
        return in.into(() -> new CorrectDetention.Input(
                detention,
                version,
                from.get(),
                on.get(),
                by.get(),
                how.get(),
                resort.orNull(),
                until == null ? null : until.get(),
                free == null ? null : free.get(),
                mended.get()));
    }
}
