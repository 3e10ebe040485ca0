package lv.vmis.register.person;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.person.IndexRows.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the journal for work that follows it: whom acts are about, in their order, some at a time. How far a reader has come is noted after
 * its work, so what was broken off is done again; the first time it begins with what happens from then on.
 */
@Component
public class JournalFollower {

    private static final int AT_ONCE = 100;

    private final IndexRows rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JournalFollower(IndexRows rows, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a reader does for the records that acts were about. */
    public interface Work {
        void about(Set<UUID> records) throws Exception;
    }

    /** Some entries of the journal; true when more may wait. */
    public boolean step(String reader, Work work) throws Exception {
        var place = reading(() -> find(reader).orElseGet(() -> {
            var horizon = rows.horizon();
            keep(reader, horizon);
            return horizon;
        }));
        var changes = reading(() -> rows.after(place, AT_ONCE));
        if (changes.isEmpty()) {
            return false;
        }
        var records = new LinkedHashSet<UUID>();
        changes.forEach(change -> records.addAll(change.persons()));
        work.about(records);
        reading(() -> {
            keep(reader, changes.getLast().place());
            return true;
        });
        return true;
    }

    /** Reads or notes in a transaction as the register itself. */
    public <T> T reading(Callable<T> work) throws Exception {
        return Acting.as(
                itself(),
                () -> Objects.requireNonNull(transaction.execute(_ -> {
                    try {
                        return work.call();
                    } catch (RuntimeException failure) {
                        throw failure;
                    } catch (Exception impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })));
    }

    /** The register itself, which acts for nobody. */
    public static Actor itself() {
        return new Actor(new UUID(0, 3), "–", null, "–", "–", null, null, null, Ids.next());
    }

    private Optional<Place> find(String reader) {
        return jdbc.sql(FIND)
                .param("reader", reader)
                .query((row, _) -> new Place(row.getLong("transaction"), row.getObject("entry", UUID.class)))
                .optional();
    }

    private void keep(String reader, Place place) {
        jdbc.sql(KEEP)
                .param("reader", reader)
                .param("transaction", place.transaction())
                .param("entry", place.entry())
                .update();
    }

    static final String FIND = """
            select transaction, entry from journal_reader where name = :reader
            """;

    /** Of several processes the one that is ahead counts. */
    static final String KEEP = """
            insert into journal_reader (name, transaction, entry)
            values (:reader, :transaction, :entry)
            on conflict (name) do update
               set transaction = excluded.transaction, entry = excluded.entry
             where (journal_reader.transaction, journal_reader.entry) < (excluded.transaction, excluded.entry)
            """;
}
