package lv.vmis.register.journal;

import java.util.Collection;
import lv.vmis.register.kernel.PersonId;

/** Somebody in this process who has to know of an act as soon as it is kept, before whoever acted is answered. */
public interface Committing {

    /**
     * Reads what the act made of these persons, at the end of its transaction.
     *
     * @return what to do once the transaction is kept; it must neither fail nor wait
     */
    Runnable changed(Collection<PersonId> persons);
}
