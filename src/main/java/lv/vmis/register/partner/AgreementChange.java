package lv.vmis.register.partner;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What was proposed for an agreement, and what was answered.
 *
 * @param terms of a change of terms only
 * @param proposedBy nobody, when it was in force before changes were kept
 */
public record AgreementChange(
        UUID id,
        String agreement,
        String institution,
        Kind kind,
        @Nullable Terms terms,
        String reason,
        @Nullable UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        State state,
        @Nullable String answerReason,
        @Nullable String answeredByName,
        @Nullable Instant answeredAt,
        int version) {

    /** What changes. */
    public enum Kind {
        TERMS,
        SUSPENSION,
        RESUMPTION
    }

    /** Where it stands. */
    public enum State {
        WAITING("order"),
        APPROVED("ok"),
        DECLINED("muted"),
        WITHDRAWN("muted");

        private final String badge;

        State(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }

    public boolean waits() {
        return state == State.WAITING;
    }

    public boolean isOf(Actor by) {
        return Objects.equals(proposedBy, by.account());
    }

    /**
     * Why it is not answered now; nothing when it can be.
     *
     * @param seen the version the official saw
     */
    @Nullable
    RefusalCode blocked(int seen) {
        if (!waits()) {
            return PartnerRefusal.ALREADY_ANSWERED;
        }
        return version == seen ? null : EdgeRefusal.CHANGED_MEANWHILE;
    }
}
