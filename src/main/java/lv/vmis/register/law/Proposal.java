package lv.vmis.register.law;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.reference.LawChange;
import org.jspecify.annotations.Nullable;

/** A proposal to change a legal parameter from a day on, and what was answered. */
public record Proposal(
        UUID id,
        String code,
        @Nullable BigDecimal value,
        @Nullable String valueText,
        String unit,
        LocalDate validFrom,
        String source,
        String certainty,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String answer,
        @Nullable String answerReason,
        @Nullable String answeredByName,
        @Nullable Instant answeredAt,
        int version) {

    /** Where a proposal stands. */
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

    public State state() {
        return answer == null ? State.WAITING : State.valueOf(answer);
    }

    public LawChange change() {
        return new LawChange(code, value, valueText, validFrom, source, certainty);
    }

    public boolean isOf(Actor by) {
        return proposedBy.equals(by.account());
    }

    /**
     * Why it is not answered now; nothing when it can be.
     *
     * @param seen the version the official saw
     */
    @Nullable
    RefusalCode blocked(int seen) {
        if (answer != null) {
            return LawRefusal.ALREADY_ANSWERED;
        }
        return version == seen ? null : EdgeRefusal.CHANGED_MEANWHILE;
    }
}
