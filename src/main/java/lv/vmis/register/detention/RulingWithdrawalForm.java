package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Why a ruling of a judge is withdrawn, as typed. */
public record RulingWithdrawalForm(
        UUID key,
        int version,
        @Nullable String reason,
        @Nullable String born) {

    private static final int REASON = 2_000;

    Outcome<WithdrawRuling.Input> parse(UUID detention, LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(() -> new WithdrawRuling.Input(detention, version, why.get()));
    }
}
