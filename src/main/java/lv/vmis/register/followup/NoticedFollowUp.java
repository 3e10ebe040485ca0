package lv.vmis.register.followup;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What a minister or a consular official has decided on a ban of his, as the notice says (Reg. 122 p. 12).
 *
 * @param ban the one of its bans; nothing: all
 * @param effectOn first day on which it holds
 * @param termMonths the new term; a reduction only
 */
public record NoticedFollowUp(
        Decision decision,
        @Nullable UUID ban,
        FollowUpKind kind,
        String decider,
        String legalBasis,
        String number,
        LocalDate decidedOn,
        LocalDate effectOn,
        @Nullable Integer termMonths,
        String reasons) {

    PrepareFollowUp.Input input() {
        return new PrepareFollowUp.Input(decision.id(), ban, kind, legalBasis, effectOn, null, termMonths, reasons);
    }
}
