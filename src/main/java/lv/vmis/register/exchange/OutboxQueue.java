package lv.vmis.register.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages to be sent, as stored: whose turn it is, what was tried, what was answered. */
@Component
class OutboxQueue {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A message whose turn it is, and the attempt that begins with it.
     *
     * @param attempt its number among all attempts of the message
     * @param attempts how many since it was put or sent again
     */
    record Turn(
            UUID id,
            Correspondent to,
            UUID personId,
            int place,
            String kind,
            String body,
            Instant putAt,
            int attempts,
            int attempt) {

        Outgoing message() {
            return new Outgoing(id, to, new PersonId(personId), kind, body);
        }

        Envelope.Message envelope() {
            return new Envelope.Message(id.toString(), personId.toString(), place, kind, putAt, body);
        }
    }

    /**
     * The next message to that system whose turn it is: nothing earlier about its person waits. Nobody else is given it before
     * the lease is over; whoever stops on the way leaves it to the next attempt.
     */
    Optional<Turn> take(Correspondent to, Duration lease) {
        var now = clock.instant();
        return jdbc.sql(TAKE)
                .param("to", to.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .query(Rows.of(Turn.class))
                .optional();
    }

    /** @param next when it is tried again; nothing when it is not */
    void failed(Turn turn, SendFault fault, String detail, @Nullable Instant next) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(ENDED)
                .param("id", turn.id())
                .param("attempt", turn.attempt())
                .param("now", now)
                .param("fault", fault.name())
                .param("detail", detail)
                .update();
        jdbc.sql(FAILED)
                .param("id", turn.id())
                .param("counted", fault == SendFault.UNREACHABLE ? 0 : 1)
                .param("next", next == null ? now : next.atOffset(ZoneOffset.UTC))
                .param("dead", next == null)
                .param("now", now)
                .update();
    }

    /** False when it was answered or put aside before. */
    boolean answered(Turn turn, Envelope.Answer answer, Instant at) {
        jdbc.sql(ENDED)
                .param("id", turn.id())
                .param("attempt", turn.attempt())
                .param("now", at.atOffset(ZoneOffset.UTC))
                .param("fault", null, java.sql.Types.VARCHAR)
                .param("detail", null, java.sql.Types.VARCHAR)
                .update();
        return jdbc.sql(ANSWERED)
                        .param("id", turn.id())
                        .param("answer", answer.code().name())
                        .param("body", answer.body(), java.sql.Types.VARCHAR)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    static final String TAKE = """
            with turn as (
                update outbox
                   set attempts = attempts + 1, next_at = :until
                 where id = (select w.id
                               from outbox w
                              where w.correspondent = :to and not w.settled and w.dead_at is null and w.next_at <= :now
                                and not exists (select 1
                                                  from outbox e
                                                 where e.correspondent = w.correspondent and e.person_id = w.person_id
                                                   and e.place < w.place and not e.settled)
                              order by w.next_at, w.id
                              limit 1
                                for update skip locked)
             returning id, correspondent, person_id, place, kind, body, put_at, attempts
            ), attempt as (
                insert into outbox_attempt (message_id, place, tried_at)
                select t.id, 1 + (select count(*) from outbox_attempt a where a.message_id = t.id), :now
                  from turn t
             returning place
            )
            select t.id, t.correspondent as to, t.person_id, t.place, t.kind, t.body, t.put_at, t.attempts, a.place as attempt
              from turn t
             cross join attempt a
            """;

    static final String ENDED = """
            update outbox_attempt
               set ended_at = :now, fault = :fault, detail = :detail
             where message_id = :id and place = :attempt
            """;

    static final String FAILED = """
            update outbox
               set next_at = :next, attempts = attempts - 1 + :counted, dead_at = case when :dead then cast(:now as timestamptz) end
             where id = :id and not settled
            """;

    static final String ANSWERED = """
            update outbox
               set answer = :answer, answer_body = :body, answered_at = :at, dead_at = null
             where id = :id and not settled
            """;
}
