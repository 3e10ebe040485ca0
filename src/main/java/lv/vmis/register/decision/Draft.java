package lv.vmis.register.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision is to say.
 *
 * @param destination country to go to; a removal needs one
 * @param termDays days to leave by oneself; an order only
 * @param familyLife how family and private life were weighed; whatever bans has to say so
 * @param isUnionFamily a decision that only bans: whether the person is a family member of a Union citizen
 * @param conduct a decision that only bans: how the personal conduct and the ties of who moves freely were weighed
 * @param bans none, one, or one for each territory
 */
public record Draft(
        DecisionKind kind,
        String legalBasis,
        @Nullable String destination,
        @Nullable Integer termDays,
        String reasons,
        @Nullable String familyLife,
        boolean isUnionFamily,
        @Nullable String conduct,
        List<PlannedBan> bans) {

    /** A return decision, with its bans. */
    public Draft(
            DecisionKind kind,
            String legalBasis,
            @Nullable String destination,
            @Nullable Integer termDays,
            String reasons,
            @Nullable String familyLife,
            List<PlannedBan> bans) {
        this(kind, legalBasis, destination, termDays, reasons, familyLife, false, null, bans);
    }

    public Draft {
        bans = List.copyOf(bans);
    }
}
