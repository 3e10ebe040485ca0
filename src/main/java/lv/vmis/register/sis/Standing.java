package lv.vmis.register.sis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ought to be told of a person beside what is.
 *
 * @param missing items of the minimum that the register does not have
 * @param alert the alert that is not at its end, if there is one
 * @param mismatch why the two differ; nothing when they agree
 */
public record Standing(
        @Nullable DueAlert due,
        List<String> missing,
        @Nullable Alert alert,
        @Nullable Mismatch mismatch,
        @Nullable AlertEnd why) {

    /** Which list of differences it stands in. */
    public enum Side {
        MISSING,
        SURPLUS,
        OTHER
    }

    public Side side() {
        return isMissingInSis() ? Side.MISSING : isSurplusInSis() ? Side.SURPLUS : Side.OTHER;
    }

    /** A ban or a decision of which SIS does not know. */
    public boolean isMissingInSis() {
        return due != null
                && !due.mayBeLeftOut()
                && (alert == null || !alert.state().isInSis() || alert.category() != due.category());
    }

    /** An alert in SIS on which nothing in the register rests any more. */
    public boolean isSurplusInSis() {
        return alert != null && alert.state().isInSis() && (due == null || alert.category() != due.category());
    }
}
