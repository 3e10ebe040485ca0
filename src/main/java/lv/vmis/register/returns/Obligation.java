package lv.vmis.register.returns;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reference.Term;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be done beside the next step of a case, or where there is no case; worked out anew on every look.
 *
 * @param id of the thing it is about
 * @param number of the case, or of the decision or letter that belongs to none
 * @param personId nothing while nobody knows whom it is about
 * @param institution in whose list it stands: it does it, or sees that it is done
 * @param unit of the institution; nothing: anybody of it
 * @param owner institution that has to do it
 * @param since since when it waits
 * @param where the page on which it is done
 */
public record Obligation(
        Kind kind,
        UUID id,
        String number,
        @Nullable PersonId personId,
        String institution,
        @Nullable String unit,
        String owner,
        LocalDate since,
        Term term,
        String where) {

    /** What has to be done. */
    public enum Kind {
        /** What a higher authority or a court amended is entered in the decision. */
        AMEND,
        /** The result of a complaint is found out and entered; no law says until when it comes. */
        COMPLAINT,
        /** The judge gets the papers before the detention ends. */
        SUBMIT,
        /** The judge decides. */
        JUDGE,
        /** Nobody can hold him longer. */
        RELEASE,
        /** He is told when he is removed. */
        TELL_REMOVAL,
        /** What was assessed is stale before the removal begins. */
        ASSESS,
        /** The prison says whom it holds. */
        PRISON,
        /** What was told by letter is entered. */
        ENTER_NOTICE
    }

    /** Whether the law says until when; else it can only stall. */
    public boolean hasTerm() {
        return kind != Kind.COMPLAINT;
    }
}
