package lv.vmis.register.decision;

import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.returns.Closings;
import lv.vmis.register.returns.ReturnCase;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether an official can prepare a decision in a case now. */
@Component
class Decidable {

    private final ReturnCases cases;
    private final Closings closings;
    private final Decisions decisions;

    Decidable(ReturnCases cases, Closings closings, Decisions decisions) {
        this.cases = cases;
        this.closings = closings;
        this.decisions = decisions;
    }

    /** What stands in the way; nothing when he can. */
    @Nullable
    Refusal obstacle(ReturnCase returnCase, Actor by) {
        if (!returnCase.competent().equals(by.institution())) {
            return Refusal.of(DecisionRefusal.NOT_COMPETENT, returnCase.competent());
        }
        if (closings.isClosed(returnCase.id())) {
            return Refusal.of(DecisionRefusal.CASE_CLOSED);
        }
        if (decisions.hasLeft(returnCase.id())) {
            return Refusal.of(DecisionRefusal.HAS_LEFT);
        }
        var left = decisions.leftUndecided(returnCase.id());
        if (left.isPresent()) {
            return Refusal.of(DecisionRefusal.LEFT_UNDECIDED, LatvianDates.numeric(left.get()));
        }
        if (cases.findings(returnCase.id()).isEmpty()) {
            return Refusal.of(DecisionRefusal.CASE_WITHOUT_FINDING);
        }
        if (decisions.openDraft(returnCase.id()).isPresent()) {
            return Refusal.of(DecisionRefusal.DRAFT_EXISTS);
        }
        return null;
    }
}
