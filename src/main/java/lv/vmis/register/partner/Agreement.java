package lv.vmis.register.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.Way;
import lv.vmis.register.kernel.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it stands.
 *
 * @param terms in force; nothing while none were approved
 * @param waiting the change that waits to be answered
 * @param systems with a key that opens
 * @param usedToday questions of today
 */
public record Agreement(
        String number,
        String institution,
        @Nullable Terms terms,
        @Nullable Instant suspendedAt,
        @Nullable UUID waiting,
        int systems,
        int usedToday) {

    /** Whether anything is answered under it. */
    public enum State {
        IN_FORCE("ok"),
        SUSPENDED("ban"),
        NOT_BEGUN("order"),
        ENDED("muted"),
        PROPOSED("order");

        private final String badge;

        State(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }

    /** Why its systems may not be given this way in; nothing when they may. */
    @Nullable
    RefusalCode refusal(Way way) {
        if (terms == null) {
            return PartnerRefusal.NO_TERMS;
        }
        return terms.ways().contains(way) ? null : PartnerRefusal.WAY_NOT_AGREED;
    }

    public State state(LocalDate day) {
        if (terms == null) {
            return State.PROPOSED;
        }
        if (suspendedAt != null) {
            return State.SUSPENDED;
        }
        if (day.isBefore(terms.validFrom())) {
            return State.NOT_BEGUN;
        }
        return terms.isInForce(day) ? State.IN_FORCE : State.ENDED;
    }
}
