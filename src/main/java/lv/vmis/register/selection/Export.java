package lv.vmis.register.selection;

import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.kernel.RegisterClock;
import org.jspecify.annotations.Nullable;

/**
 * A list so long that its file needs a second official.
 *
 * @param found how many persons it held when it was requested
 * @param reason what the file is needed for
 */
public record Export(
        UUID id,
        Selection selection,
        int found,
        Purpose purpose,
        String reason,
        String institution,
        UUID requestedBy,
        String requestedByName,
        Instant requestedAt,
        @Nullable String answer,
        @Nullable String answerReason,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        int version) {

    /** Where a request stands at a moment. */
    public enum State {
        WAITING("order"),
        APPROVED("ok"),
        OVER("muted"),
        DECLINED("muted");

        private final String badge;

        State(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }

    /** @param open how long an approved list can be downloaded */
    State state(Instant now, Period open) {
        if (answer == null || decidedAt == null) {
            return State.WAITING;
        }
        if (answer.equals("DECLINED")) {
            return State.DECLINED;
        }
        return now.isBefore(until(open)) ? State.APPROVED : State.OVER;
    }

    /** When an approved list closes again. */
    Instant until(Period open) {
        return (decidedAt == null ? requestedAt : decidedAt)
                .atZone(RegisterClock.RIGA)
                .plus(open)
                .toInstant();
    }

    public boolean isOf(Actor by) {
        return requestedBy.equals(by.account());
    }

    /**
     * Why the official cannot answer the request; nothing when he can.
     *
     * @param seen the version he saw
     */
    @Nullable
    RefusalCode blocked(int seen, Actor by) {
        if (answer != null) {
            return SelectionRefusal.ALREADY_DECIDED;
        }
        if (isOf(by)) {
            return SelectionRefusal.FOUR_EYES;
        }
        if (!institution.equals(by.institution())) {
            return SelectionRefusal.NOT_YOUR_INSTITUTION;
        }
        return version == seen ? null : EdgeRefusal.CHANGED_MEANWHILE;
    }
}
