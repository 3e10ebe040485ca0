package lv.vmis.register.sis;

import org.jspecify.annotations.Nullable;

/** Why what is told to N.SIS is not what ought to be, and who has to do something about it. */
public enum Mismatch {
    /** Just found; the register tells N.SIS with its next look. */
    NOT_TOLD_YET(false),
    /** An item of the minimum set is missing (2018/1860 Art. 4(2), 2018/1861 Art. 22(1)). */
    MISSING_ITEM(true),
    ANSWER_AWAITED(false),
    /** Another State is consulted; its silence ends with the term. */
    CONSULTED(false),
    REFUSED(true),
    /** SIS deleted it, since its need was not reviewed. */
    NOT_REVIEWED(true),
    DELETION_REFUSED(true);

    private final boolean isOfOfficial;

    Mismatch(boolean isOfOfficial) {
        this.isOfOfficial = isOfOfficial;
    }

    /** Whether an official has to do something, or waiting is enough. */
    public boolean isOfOfficial() {
        return isOfOfficial;
    }

    /** Why they differ; nothing when they agree. */
    public static @Nullable Mismatch of(@Nullable DueAlert due, @Nullable String hash, @Nullable Told told) {
        if (AlertStep.next(due, hash, told) != AlertStep.NOTHING) {
            return NOT_TOLD_YET;
        }
        if (told == null) {
            return due == null || due.mayBeLeftOut() ? null : MISSING_ITEM;
        }
        return switch (told.state()) {
            case CHECKING, PROPOSED, DELETING -> ANSWER_AWAITED;
            case CONSULTING -> told.isCleared() ? MISSING_ITEM : CONSULTED;
            case REFUSED -> REFUSED;
            case EXPIRED -> NOT_REVIEWED;
            case ENTERED -> entered(due, hash, told);
            case DELETED, WITHDRAWN -> null;
        };
    }

    private static @Nullable Mismatch entered(@Nullable DueAlert due, @Nullable String hash, Told told) {
        if (told.waits()) {
            return ANSWER_AWAITED;
        }
        if (due == null || due.category() != told.category()) {
            return DELETION_REFUSED;
        }
        if (hash == null) {
            return MISSING_ITEM;
        }
        return hash.equals(told.hash()) ? null : REFUSED;
    }
}
