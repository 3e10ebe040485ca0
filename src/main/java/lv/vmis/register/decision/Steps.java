package lv.vmis.register.decision;

import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** Whether a decision stands where a step of its way needs it, and with whom. */
final class Steps {

    private Steps() {}

    /** Why the official cannot change, send or withdraw the draft; nothing when he can. */
    static @Nullable DecisionRefusal withPreparer(Decision decision, Actor by) {
        if (decision.isSigned()) {
            return DecisionRefusal.ALREADY_SIGNED;
        }
        if (!decision.isOpenDraft()) {
            return DecisionRefusal.WITHDRAWN_DRAFT;
        }
        if (!decision.preparedBy().equals(by.account())) {
            return DecisionRefusal.NOT_THE_PREPARER;
        }
        return decision.isWithPreparer() ? null : DecisionRefusal.ALREADY_SENT;
    }

    /** Why the official cannot withdraw what was entered about the decision by mistake; nothing when he can. */
    static @Nullable DecisionRefusal withdrawing(Decision decision, UUID enteredBy, Actor by) {
        if (!decision.institution().equals(by.institution())) {
            return DecisionRefusal.ENTRY_OF_ANOTHER_INSTITUTION;
        }
        return enteredBy.equals(by.account()) ? DecisionRefusal.OWN_ENTRY : null;
    }

    /** Why the official cannot sign or return the decision; nothing when he can. */
    static @Nullable DecisionRefusal withDecider(Decision decision, Actor by) {
        if (decision.isSigned()) {
            return DecisionRefusal.ALREADY_SIGNED;
        }
        if (!decision.isOpenDraft()) {
            return DecisionRefusal.WITHDRAWN_DRAFT;
        }
        if (!decision.institution().equals(by.institution())) {
            return DecisionRefusal.NOT_YOUR_INSTITUTION;
        }
        if (decision.preparedBy().equals(by.account())) {
            return DecisionRefusal.FOUR_EYES;
        }
        return decision.waitsForSignature() ? null : DecisionRefusal.NOT_SENT;
    }
}
