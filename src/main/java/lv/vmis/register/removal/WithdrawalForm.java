package lv.vmis.register.removal;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Why a step of a removal is withdrawn, as typed. */
public record WithdrawalForm(
        UUID key,
        @Nullable String seen,
        @Nullable String reason,
        @Nullable String born) {

    private static final int REASON = 1_000;

    private static final int STEPS = 100_000;

    Outcome<WithdrawRemovalStep.Input> parse(UUID decision, int place, LocalDate today) {
        var in = new Parse(today);
        var version = in.number("seen", seen, 0, STEPS);
        var why = in.text("reason", reason, REASON);
        return in.into(() -> new WithdrawRemovalStep.Input(decision, place, version.get(), why.get()));
    }
}
