package lv.vmis.register.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to personal data for somebody who reads: the data and the entry about the look are one transaction, so an
 * answer leaves only after its entry is durable, and nothing is shown when the entry cannot be written.
 */
@Component
public class Looks {

    private final Journal journal;
    private final TransactionTemplate transaction;

    Looks(Journal journal, PlatformTransactionManager transactions) {
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was read, and the number of the journal entry about it. */
    public record Looked<T>(T value, UUID entry) {}

    /** Reads, and records whose data were shown. */
    public <T> T at(
            Actor by, String operation, Purpose purpose, Supplier<T> read, Function<T, Collection<PersonId>> shown) {
        return searching(by, operation, purpose, Map.of(), read, shown).value();
    }

    /** Reads one person. */
    public <T> T at(Actor by, String operation, Purpose purpose, PersonId person, Supplier<T> read) {
        return at(by, operation, purpose, read, _ -> List.of(person));
    }

    /** As {@link #at}, recording also what was searched for. */
    public <T> Looked<T> searching(
            Actor by,
            String operation,
            Purpose purpose,
            Map<String, ?> data,
            Supplier<T> read,
            Function<T, Collection<PersonId>> shown) {
        return searching(by, operation, purpose, data, read, shown, _ -> Map.of());
    }

    /** As {@link #searching}, recording also what was answered. */
    public <T> Looked<T> searching(
            Actor by,
            String operation,
            Purpose purpose,
            Map<String, ?> data,
            Supplier<T> read,
            Function<T, Collection<PersonId>> shown,
            Function<T, Map<String, ?>> answered) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var value = read.get();
            var persons = shown.apply(value);
            var entry = Entry.look(operation, purpose)
                    .about(persons)
                    .searching(data, persons.size())
                    .with(answered.apply(value));
            return new Looked<>(value, recorded(() -> journal.record(by, entry)));
        }));
    }

    /**
     * A look as it is to be recorded.
     *
     * @param data what was searched for
     * @param answered what was answered
     */
    public record Look(
            Actor by,
            String operation,
            Purpose purpose,
            Map<String, ?> data,
            Collection<PersonId> shown,
            Map<String, ?> answered) {}

    /** Looks for several at once: the entries of all are durable before anything is shown. */
    public <Q, T> List<Looked<T>> searchingAll(
            List<Q> questions, Function<List<Q>, List<T>> read, BiFunction<Q, T, Look> look) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var values = read.apply(questions);
            var entries = IntStream.range(0, questions.size())
                    .mapToObj(i -> look.apply(questions.get(i), values.get(i)))
                    .map(one -> new Journal.Written(
                            one.by(),
                            Entry.look(one.operation(), one.purpose())
                                    .about(one.shown())
                                    .searching(one.data(), one.shown().size())
                                    .with(one.answered())))
                    .toList();
            var ids = recorded(() -> journal.record(entries));
            return IntStream.range(0, questions.size())
                    .mapToObj(i -> new Looked<>(values.get(i), ids.get(i)))
                    .toList();
        }));
    }

    /** Reads several times in one transaction: all entries are durable before anything is shown. */
    public <T> T together(Supplier<T> looks) {
        return Objects.requireNonNull(transaction.execute(_ -> looks.get()));
    }

    private static <T> T recorded(Supplier<T> entries) {
        try {
            return entries.get();
        } catch (DataAccessException failure) {
            throw new JournalClosed(failure);
        }
    }
}
