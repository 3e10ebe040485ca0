package lv.vmis.register.sis;

import org.jspecify.annotations.Nullable;

/** What is done next so that N.SIS knows what it ought to know. */
public enum AlertStep {
    NOTHING,
    /** Ask whether another alert or a permit stands in its way. */
    CHECK,
    CREATE,
    UPDATE,
    DELETE,
    /** Give up an alert that is not in SIS. */
    WITHDRAW;

    /**
     * The next step.
     *
     * @param hash of all that ought to be told; nothing when an item of the minimum is missing
     */
    public static AlertStep next(@Nullable DueAlert due, @Nullable String hash, @Nullable Told told) {
        if (told == null) {
            return due == null || due.mayBeLeftOut() || hash == null ? NOTHING : CHECK;
        }
        var isDue = due != null && due.category() == told.category();
        return switch (told.state()) {
            case CHECKING, EXPIRED -> isDue ? NOTHING : WITHDRAW;
            case CONSULTING -> !isDue ? WITHDRAW : told.isCleared() && hash != null ? CREATE : NOTHING;
            case REFUSED -> !isDue ? WITHDRAW : hash == null || hash.equals(told.refused()) ? NOTHING : CHECK;
            case ENTERED -> told.waits() ? NOTHING : isDue ? update(hash, told) : delete(told);
            case PROPOSED, DELETING, DELETED, WITHDRAWN -> NOTHING;
        };
    }

    /** What cannot be told is not told. */
    private static AlertStep update(@Nullable String hash, Told told) {
        return hash == null || hash.equals(told.hash()) || hash.equals(told.refused()) ? NOTHING : UPDATE;
    }

    private static AlertStep delete(Told told) {
        return Told.DELETION.equals(told.refused()) ? NOTHING : DELETE;
    }
}
