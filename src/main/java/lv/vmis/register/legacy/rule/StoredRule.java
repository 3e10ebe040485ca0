package lv.vmis.register.legacy.rule;

import java.time.Instant;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Rule;
import org.jspecify.annotations.Nullable;

/** A rule that was proposed, or came with the program, and what was answered. */
public record StoredRule(
        UUID id,
        RuleStep step,
        OldTable oldTable,
        String field,
        Rule.Kind kind,
        Rule.Match match,
        String word,
        String becomes,
        String why,
        String certainty,
        @Nullable UUID proposedBy,
        @Nullable String proposedByName,
        Instant proposedAt,
        @Nullable String answer,
        @Nullable String answerReason,
        @Nullable String answeredByName,
        @Nullable Instant answeredAt,
        @Nullable Integer fromVersion,
        @Nullable Integer untilVersion,
        int version) {

    /** Where it stands. */
    public enum State {
        WAITING("order"),
        IN_FORCE("ok"),
        /** Approved, and followed by another one or by none. */
        ENDED("muted"),
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
        if (answer == null) {
            return State.WAITING;
        }
        return switch (answer) {
            case "DECLINED" -> State.DECLINED;
            case "WITHDRAWN" -> State.WITHDRAWN;
            default -> step == RuleStep.ENDED || untilVersion != null ? State.ENDED : State.IN_FORCE;
        };
    }

    public Rule rule() {
        return new Rule(oldTable, kind, field, match, word, becomes);
    }

    public boolean isOf(Actor by) {
        return by.account().equals(proposedBy);
    }

    /**
     * Why it is not answered now; nothing when it can be.
     *
     * @param seen the version the official saw
     */
    @Nullable
    RefusalCode blocked(int seen) {
        if (answer != null) {
            return RuleRefusal.ALREADY_ANSWERED;
        }
        return version == seen ? null : EdgeRefusal.CHANGED_MEANWHILE;
    }
}
