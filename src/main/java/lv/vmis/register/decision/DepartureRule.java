package lv.vmis.register.decision;

import java.util.List;
import lv.vmis.register.kernel.Refusal;

/** What else holds back that somebody leaves under a decision. Each module whose rules do implements it. */
public interface DepartureRule {

    /** Why nobody has left so; nothing when he can have. */
    List<Refusal> against(Decision decision, ConfirmDeparture.Input in);
}
