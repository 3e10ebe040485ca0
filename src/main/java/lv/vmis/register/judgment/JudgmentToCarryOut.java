package lv.vmis.register.judgment;

import java.util.ArrayList;
import java.util.List;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DepartureRule;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.returns.Prisons;
import org.springframework.stereotype.Component;

/** Under a judgment nobody leaves before it is in force, and under nothing while he serves a sentence in prison (Criminal Law s. 43; Reg. 454 p. 25, 29). */
@Component
class JudgmentToCarryOut implements DepartureRule {

    private final Judgments judgments;
    private final Prisons prisons;

    JudgmentToCarryOut(Judgments judgments, Prisons prisons) {
        this.judgments = judgments;
        this.prisons = prisons;
    }

    @Override
    public List<Refusal> against(Decision decision, ConfirmDeparture.Input in) {
        var mistakes = new ArrayList<Refusal>();
        judgments.find(decision.id()).ifPresent(judgment -> {
            var force = judgment.inForceOn();
            if (in.departedOn().isBefore(force)) {
                mistakes.add(Refusal.at("departedOn", JudgmentRefusal.NOT_IN_FORCE_THEN, LatvianDates.numeric(force)));
            }
        });
        prisons.on(decision.personId(), in.departedOn())
                .ifPresent(found -> mistakes.add(Refusal.at("departedOn", JudgmentRefusal.IN_PRISON, found.prison())));
        return mistakes;
    }
}
