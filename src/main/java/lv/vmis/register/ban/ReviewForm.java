package lv.vmis.register.ban;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The review of a ban as typed.
 *
 * @param dueOn the day that was shown, as written by machines
 */
public record ReviewForm(
        UUID key,
        @Nullable String dueOn,
        @Nullable String result,
        @Nullable String reasons) {

    private static final int REASONS = 10_000;

    Outcome<ReviewBan.Input> parse(UUID ban, LocalDate today) {
        var in = new Parse(today);
        var seen = in.day("dueOn", dueOn);
        var what = in.oneOf("result", result, ReviewResult.class);
        var why = in.text("reasons", reasons, REASONS);
        return in.into(() -> new ReviewBan.Input(ban, seen.get(), what.get(), why.get()));
    }
}
