package lv.vmis.register.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.edge.SessionMarks;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down who came in and who tried in vain, and marks the beginning of the session. */
@Component
class Arrivals {

    /** Stands in the account's place when the name belongs to nobody. */
    static final UUID NOBODY = new UUID(0, 0);

    private final Accounts accounts;
    private final Credentials credentials;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Arrivals(
            Accounts accounts,
            Credentials credentials,
            Journal journal,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.journal = journal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void welcome(HttpServletRequest request, UUID id) {
        var session = request.getSession();
        session.setAttribute(SessionMarks.STARTED, clock.millis());
        session.setAttribute(SessionMarks.ADDRESS, request.getRemoteAddr());
        record(request, id, true);
        credentials.signedIn(id);
    }

    void refused(HttpServletRequest request, @Nullable UUID id) {
        record(request, id, false);
    }

    private void record(HttpServletRequest request, @Nullable UUID id, boolean allowed) {
        var actor = (id == null ? java.util.Optional.<Account>empty() : accounts.byId(id))
                .map(account -> account.actor(request.getRemoteAddr()))
                .orElseGet(() -> nobody(request.getRemoteAddr()));
        as(actor, () -> transaction.execute(_ -> journal.record(actor, Entry.access("sign-in", allowed))));
    }

    static Actor nobody(@Nullable String address) {
        return new Actor(NOBODY, "–", null, "–", "–", null, null, address, Ids.next());
    }

    /** Runs work that has no session yet in the name of the one who does it. */
    static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        try {
            return Acting.as(actor, work::get);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
