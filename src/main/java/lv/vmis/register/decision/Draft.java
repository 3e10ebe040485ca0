package lv.vmis.register.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision is to say.
 *
 * @param destination country to go to; a removal needs one
 * @param termDays days to leave by oneself; an order only
 * @param bans none, one, or one for each territory
 */
public record Draft(
        DecisionKind kind,
        String legalBasis,
        @Nullable String destination,
        @Nullable Integer termDays,
        String reasons,
        List<PlannedBan> bans) {

    public Draft {
        bans = List.copyOf(bans);
    }
}
