package lv.vmis.register.decision;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The departures under decisions, as stored. */
@Component
class Departures {

    private final JdbcClient jdbc;

    Departures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Departure> of(UUID decision) {
        return jdbc.sql(DEPARTURE)
                .param("decision", decision)
                .query(Rows.of(Departure.class))
                .optional();
    }

    /** What is suspended of the person in another of his cases: while it is, nobody takes him away (Directive 2008/115/EC, Art. 9). */
    Optional<SuspendedDecision> suspendedElsewhere(UUID decision) {
        return jdbc.sql(SUSPENDED_ELSEWHERE)
                .param("decision", decision)
                .query(Rows.of(SuspendedDecision.class))
                .optional();
    }

    void add(Decision decision, ConfirmDeparture.Input in, Actor by, Instant now) {
        var left = in.departedAt();
        jdbc.sql(ADD_DEPARTURE)
                .param("id", Ids.next())
                .param("case", decision.caseId())
                .param("decision", decision.id())
                .param("person", decision.personId().value())
                .param("departed_on", in.departedOn())
                .param("departed_at", left == null ? null : utc(left), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("crossing_point", in.crossingPoint())
                .param("destination", in.destination())
                .param("return_type", in.returnType())
                .param("source", in.source())
                .param("assistance", in.assistance(), Types.VARCHAR)
                .param("omitted", in.omitted(), Types.VARCHAR)
                .param("note", in.note())
                .param("by", by.account())
                .param("at", utc(now))
                .update();
        jdbc.sql(TOUCH).param("id", decision.id()).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static final String DEPARTURE = """
            select departed_on, departed_at, crossing_point, destination, return_type, source, assistance, omitted, note,
                   confirmed_by, confirmed_at
              from departure
             where decision_id = :decision
            """;

    static final String SUSPENDED_ELSEWHERE = """
            select number, suspended_on from suspended_elsewhere(:decision)
            """;

    static final String ADD_DEPARTURE = """
            insert into departure (id, case_id, decision_id, person_id, departed_on, departed_at, crossing_point, destination,
                                   return_type, source, assistance, omitted, note, confirmed_by, confirmed_at)
            values (:id, :case, :decision, :person, :departed_on, :departed_at, :crossing_point, :destination, :return_type,
                    :source, :assistance, :omitted, :note, :by, :at)
            """;

    static final String TOUCH = """
            update decision
               set version = version + 1
             where id = :id
            """;
}
