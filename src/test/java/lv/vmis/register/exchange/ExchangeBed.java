package lv.vmis.register.exchange;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.official;

import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import javax.xml.validation.Schema;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.DecisionSamples;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The exchange with N.SIS as it is, but for who understands N.SIS: the effects of answers and messages are rows of a table that
 * counts them. The application itself has no line to N.SIS then ({@code register.exchange.nsis.url=none}).
 */
@Component
final class ExchangeBed {

    static final String NO_LINE = "register.exchange.nsis.url=none";

    final Outbox outbox;
    final Inbox inbox;
    private final OutboxQueue queue;
    private final NoteAnswer note;
    private final TakeMessage take;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final DataSource owner;
    private final DecisionSamples samples;
    private final TransactionTemplate transaction;
    private volatile boolean fails;

    ExchangeBed(
            OutboxQueue queue,
            Inbox inbox,
            ObjectProvider<Lines> lines,
            lv.vmis.register.journal.Journal journal,
            Clock clock,
            JdbcClient jdbc,
            @Qualifier("migrations") DataSource owner,
            DecisionSamples samples,
            PlatformTransactionManager transactions,
            AutowireCapableBeanFactory beans) {
        this.queue = queue;
        this.inbox = inbox;
        this.clock = clock;
        this.jdbc = jdbc;
        this.owner = owner;
        this.samples = samples;
        this.transaction = new TransactionTemplate(transactions);
        var known = new StaticListableBeanFactory();
        known.addBean("counting", new Counting());
        var correspondences = new Correspondences(known.getBeanProvider(Correspondence.class));
        this.outbox = new Outbox(jdbc, correspondences, lines, clock);
        // With the transaction that their annotation asks for.
        this.note = (NoteAnswer)
                beans.initializeBean(new NoteAnswer(queue, correspondences, journal, clock), "countingAnswers");
        this.take = (TakeMessage)
                beans.initializeBean(new TakeMessage(inbox, correspondences, journal, clock), "countingMessages");
    }

    /** Makes the table of effects, empty, forgets how far N.SIS was read, and leaves nothing open of another test. */
    void prepare() {
        fails = false;
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select set_config('register.actor', 'test', true)");
                statement.execute("drop table if exists counted");
                statement.execute("create table counted (what text not null, id text not null, said text)");
                statement.execute("grant select, insert on counted to register_app");
                statement.execute("update exchange_line set cursor = null, fault = null, fault_at = null");
                statement.execute("update inbox set taken = 'DONE' where correspondent = 'NSIS'");
                statement.execute("""
                        update outbox
                           set aside_by = put_by, aside_at = now(), aside_reason = 'Cits tests'
                         where correspondent = 'NSIS' and aside_at is null and (not settled or answer = 'REFUSED')
                        """);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Line line(URI base, ExchangeSettings settings) {
        return new Line(
                Correspondent.NSIS, base, settings, new Line.Desk(queue, inbox, note, take, transaction, clock), null);
    }

    /** Whether whoever understands N.SIS fails with everything. */
    void fails(boolean now) {
        fails = now;
    }

    PersonId person() {
        return samples.open(official("inspektore")).person();
    }

    UUID put(PersonId person, String said) {
        return put(person, said, true);
    }

    /** @param kept whether the act that the message tells of is */
    UUID put(PersonId person, String said, boolean kept) {
        var id = Ids.next();
        as(
                official("inspektore"),
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    outbox.put(new Outgoing(id, Correspondent.NSIS, person, "SAY", said(said)));
                    if (!kept) {
                        status.setRollbackOnly();
                    }
                    return id;
                })));
        return id;
    }

    static String said(String text) {
        return "<said>" + text + "</said>";
    }

    /** The effects, each a line: answered or received, key, words. */
    List<String> counted(String what) {
        return samples.reading(() -> jdbc.sql("select id || ' ' || said from counted where what = :what order by id")
                .param("what", what)
                .query(String.class)
                .list());
    }

    /** Effects are counted where they are made. */
    private final class Counting implements Correspondence {

        private final Schema schema = Xml.schema("/exchange/plain.xsd");

        @Override
        public Correspondent with() {
            return Correspondent.NSIS;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public void answered(Answered answered, Actor system) {
            count(
                    "answered",
                    answered.message().id().toString(),
                    answered.code().name());
        }

        @Override
        public Taken received(Received received, Actor system) {
            count("received", received.id(), received.body());
            return received.kind().equals("FOREIGN") ? Taken.NOT_FOR_US : Taken.DONE;
        }

        private void count(String what, String id, String said) {
            jdbc.sql("insert into counted (what, id, said) values (:what, :id, :said)")
                    .param("what", what)
                    .param("id", id)
                    .param("said", said)
                    .update();
            if (fails) {
                throw new IllegalStateException("as asked for");
            }
        }
    }
}
