package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.kernel.Refusal;

/** What else holds back that somebody is taken away by force. Each module whose rules do implements it. */
public interface DepartureRule {

    /** Why nobody is taken away under the decision on that day; nothing when he may be. */
    List<Refusal> againstForce(Decision decision, LocalDate day);
}
