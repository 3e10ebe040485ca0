package lv.vmis.register.edge;

import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps in the journal each call of a system that was turned away. */
@Component
class Denials {

    private final Journal journal;
    private final TransactionTemplate transaction;

    Denials(Journal journal, PlatformTransactionManager transactions) {
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
    }

    void record(Actor by, String operation) {
        try {
            Acting.as(by, () -> transaction.execute(_ -> journal.record(by, Entry.access(operation, false))));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Somebody who called with no key the register knows. */
    static Actor nobody(@Nullable String address) {
        return new Actor(new UUID(0, 0), "–", null, "–", "–", null, null, address, Ids.next());
    }
}
