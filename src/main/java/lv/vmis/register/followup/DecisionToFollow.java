package lv.vmis.register.followup;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.person.PersonBar;
import org.jspecify.annotations.Nullable;

/**
 * A decision about which another is prepared.
 *
 * @param targets the decision itself and its bans
 * @param waiting follow-up decisions about them that wait for a signature
 */
public record DecisionToFollow(Decision decision, PersonBar bar, List<Target> targets, List<FollowUp> waiting) {

    public DecisionToFollow {
        targets = List.copyOf(targets);
        waiting = List.copyOf(waiting);
    }

    /** Something that can be done with the decision or one of its bans. */
    public record Choice(Target target, FollowUpKind kind) {}

    /** What can be done with the decision and its bans as they stand, or with one of its bans only. */
    public List<Choice> choices(@Nullable UUID ban) {
        return targets.stream()
                .filter(target -> ban == null || ban.equals(target.banId()))
                .filter(target -> waiting.stream().noneMatch(one -> Objects.equals(one.banId(), target.banId())))
                .flatMap(target -> Arrays.stream(FollowUpKind.values())
                        .filter(target::takes)
                        .map(kind -> new Choice(target, kind)))
                .toList();
    }
}
