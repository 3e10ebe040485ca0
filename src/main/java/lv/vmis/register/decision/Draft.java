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
        @Nullable String familyLife,
        List<PlannedBan> bans) {

    /** A return decision: what it weighs is assessed as safeguards before it is carried out. */
    public Draft(
            DecisionKind kind,
            String legalBasis,
            @Nullable String destination,
            @Nullable Integer termDays,
            String reasons,
            List<PlannedBan> bans) {
        this(kind, legalBasis, destination, termDays, reasons, null, bans);
    }

    public Draft {
        bans = List.copyOf(bans);
    }
}
