package lv.vmis.register.judgment;

import java.util.ArrayList;
import java.util.List;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DepartureRule;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Under a judgment nobody leaves before it is in force, and under nothing while he serves a sentence in prison (Criminal Law s. 43; Reg. 454 p. 25, 29). */
@Component
class JudgmentToCarryOut implements DepartureRule {

    private final Judgments judgments;

    JudgmentToCarryOut(Judgments judgments) {
        this.judgments = judgments;
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
        judgments
                .prison(decision.personId(), in.departedOn())
                .ifPresent(prison -> mistakes.add(Refusal.at("departedOn", JudgmentRefusal.IN_PRISON, prison)));
        return mistakes;
    }
}
