package lv.vmis.register.joining;

import java.time.Instant;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Two records of one person, joined or to be joined.
 *
 * @param head the record that speaks for both
 * @param institution who proposed it; its deciding official approves or declines
 */
public record Link(
        UUID id,
        PersonId headId,
        long headNumber,
        PersonId memberId,
        long memberNumber,
        String reason,
        @Nullable String evidence,
        String institution,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String answer,
        @Nullable String answerReason,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String undoReason,
        @Nullable String undoInstitution,
        @Nullable UUID undoProposedBy,
        @Nullable String undoProposedByName,
        @Nullable Instant undoProposedAt,
        @Nullable String undoDecidedByName,
        @Nullable Instant undoneAt,
        int version) {

    /** Where a link stands. */
    public enum State {
        WAITING("order"),
        DECLINED("muted"),
        IN_FORCE("ok"),
        UNDO_WAITING("order"),
        UNDONE("muted");

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
        if (answer.equals("DECLINED")) {
            return State.DECLINED;
        }
        if (undoneAt != null) {
            return State.UNDONE;
        }
        return undoReason == null ? State.IN_FORCE : State.UNDO_WAITING;
    }

    public boolean isInForce() {
        return state() == State.IN_FORCE || state() == State.UNDO_WAITING;
    }

    public String head() {
        return shown(headNumber);
    }

    public String member() {
        return shown(memberNumber);
    }

    static String shown(long number) {
        return "P-%07d".formatted(number);
    }
}
