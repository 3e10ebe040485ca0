package lv.vmis.register.exchange;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts messages in the transaction of the act they tell of; they are sent once it is kept. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final Correspondences correspondences;
    private final ObjectProvider<Lines> lines;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Correspondences correspondences, ObjectProvider<Lines> lines, Clock clock) {
        this.jdbc = jdbc;
        this.correspondences = correspondences;
        this.lines = lines;
        this.clock = clock;
    }

    /** Within a transaction of somebody who acts; a body that is not of the schema is a fault of the program. */
    public void put(Outgoing message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a message is put in the transaction of the act it tells of");
        }
        correspondences.fault(message.to(), message.body()).ifPresent(fault -> {
            throw new IllegalArgumentException(
                    "%s to %s is not of its schema: %s".formatted(message.kind(), message.to(), fault));
        });
        // Until the transaction ends, so that the numbers of a person are in the order in which his acts are kept.
        jdbc.sql(LOCK)
                .param("what", message.to() + " " + message.person())
                .query((_, _) -> true)
                .single();
        jdbc.sql(PUT)
                .param("id", message.id())
                .param("to", message.to().name())
                .param("person", message.person().value())
                .param("kind", message.kind())
                .param("body", message.body())
                .param("by", Acting.now().orElseThrow().account())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lines.getObject().wake(message.to());
            }
        });
    }

    /** All messages about a person, whichever of his records they name, the latest first. */
    public List<SentRow> of(PersonId person) {
        return jdbc.sql(OF_PERSON)
                .param("person", person.value())
                .query(Rows.of(SentRow.class))
                .list();
    }

    /** What a system was told about a person, whichever of his records it names, and what it answered at first and last; the latest first. */
    public List<SentText> told(PersonId person, Correspondent to) {
        return jdbc.sql(TOLD)
                .param("person", person.value())
                .param("to", to.name())
                .query(Rows.of(SentText.class))
                .list();
    }

    static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('outbox ' || :what, 0))
            """;

    static final String PUT = """
            insert into outbox (id, correspondent, person_id, place, kind, body, put_by, put_at, next_at)
            select :id, :to, :person, coalesce(max(place), 0) + 1, :kind, :body, :by, :now, :now
              from outbox
             where correspondent = :to and person_id = :person
            """;

    private static final String STATE = """
            case when o.aside_at is not null then 'ASIDE'
                        when o.answer is not null then o.answer
                        when o.dead_at is not null then 'DEAD'
                        else 'WAITING' end as state
            """;

    static final String OF_PERSON = """
            select o.id, o.correspondent as to, o.kind, o.put_at, o.answered_at,
            """ + STATE + """
              from outbox o
             where o.person_id in (select * from records_of(:person))
             order by o.put_at desc, o.place desc, o.id
            """;

    static final String TOLD = """
            select o.id, o.kind, o.put_at, o.answered_at, o.body, o.answer_body as answer, l.came_at as later_at, l.body as later,
            """ + STATE + """
              from outbox o
              left join lateral (select i.came_at, i.body
                                   from inbox i
                                  where i.answers = o.id and i.taken <> 'NOT_UNDERSTOOD'
                                  order by i.came_at desc, i.key desc
                                  limit 1) l on true
             where o.person_id in (select * from records_of(:person)) and o.correspondent = :to
             order by o.put_at desc, o.place desc, o.id
            """;
}
