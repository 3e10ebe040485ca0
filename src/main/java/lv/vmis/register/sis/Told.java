package lv.vmis.register.sis;

import org.jspecify.annotations.Nullable;

/**
 * What an alert was told to be, and how that changes with what is sent and answered.
 *
 * @param hash of all that was told last; nothing N.SIS knows when it is empty
 * @param waits whether a message about it is not answered yet
 * @param isCleared whether nobody is being consulted about it any more
 * @param refused hash of what N.SIS refused last; it is not told again until it changes or an official says so
 */
public record Told(
        AlertCategory category,
        AlertState state,
        String hash,
        boolean waits,
        boolean isCleared,
        @Nullable String refused) {

    /** Stands for a deletion among the hashes of what was refused. */
    static final String DELETION = "DELETION";

    /** What N.SIS said to a message in the end. */
    public enum Answer {
        DONE,
        /** Another alert or a permit stands in the way: another State is consulted first. */
        IN_THE_WAY,
        REFUSED
    }

    /** An alert that nobody was told of before. */
    public static Told asked(AlertCategory category, String hash) {
        return new Told(category, AlertState.CHECKING, hash, true, true, null);
    }

    /** After a message was sent, or the alert given up. */
    public Told after(AlertStep step, String next) {
        return switch (step) {
            case NOTHING -> this;
            case CHECK -> asked(category, next);
            case CREATE -> new Told(category, AlertState.PROPOSED, next, true, true, null);
            case UPDATE -> new Told(category, AlertState.ENTERED, next, true, true, null);
            case DELETE -> new Told(category, AlertState.DELETING, hash, true, true, null);
            case WITHDRAW -> new Told(category, AlertState.WITHDRAWN, hash, false, true, refused);
        };
    }

    /** After the message it waits for was answered. */
    public Told answered(Answer answer) {
        var isDone = answer != Answer.REFUSED;
        return switch (state) {
            case CHECKING ->
                isDone
                        ? new Told(category, AlertState.CONSULTING, hash, false, answer == Answer.DONE, null)
                        : refused(AlertState.REFUSED, hash, hash);
            case PROPOSED -> isDone ? settled(AlertState.ENTERED) : refused(AlertState.REFUSED, hash, hash);
            case ENTERED -> isDone ? settled(AlertState.ENTERED) : refused(AlertState.ENTERED, "", hash);
            case DELETING -> isDone ? settled(AlertState.DELETED) : refused(AlertState.ENTERED, hash, DELETION);
            case CONSULTING, REFUSED, EXPIRED, DELETED, WITHDRAWN -> this;
        };
    }

    /** SIS has deleted it by itself. */
    Told expired() {
        return settled(AlertState.EXPIRED);
    }

    private Told settled(AlertState next) {
        return new Told(category, next, hash, false, true, null);
    }

    private Told refused(AlertState next, String known, String what) {
        return new Told(category, next, known, false, true, what);
    }
}
