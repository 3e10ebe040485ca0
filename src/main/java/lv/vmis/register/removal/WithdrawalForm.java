package lv.vmis.register.removal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Why a step of a removal is withdrawn, as typed.
 *
 * @param also removals of others, for whom the same step was entered by the same mistake
 */
public record WithdrawalForm(
        UUID key,
        @Nullable String seen,
        @Nullable String reason,
        @Nullable List<UUID> also,
        @Nullable String born) {

    private static final int REASON = 1_000;

    private static final int STEPS = 100_000;

    /** Whether it is withdrawn for this one too. */
    public boolean isFor(UUID decision) {
        return also != null && also.contains(decision);
    }

    Outcome<WithdrawRemovalStep.Input> parse(UUID decision, int place, LocalDate today) {
        var in = new Parse(today);
        var version = in.number("seen", seen, 0, STEPS);
        var why = in.text("reason", reason, REASON);
        return in.into(() -> new WithdrawRemovalStep.Input(
                decision, place, version.get(), why.get(), Set.copyOf(Objects.requireNonNullElse(also, List.of()))));
    }
}
