package lv.vmis.register.followup;

import java.util.List;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.person.PersonBar;

/**
 * A decision about which another is prepared.
 *
 * @param targets the decision itself and its bans
 */
public record DecisionToFollow(Decision decision, PersonBar bar, List<Target> targets) {

    public DecisionToFollow {
        targets = List.copyOf(targets);
    }
}
