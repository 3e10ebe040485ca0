package lv.vmis.register.detention;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures applied instead of detention, as stored. */
@Component
class AlternativeMeasures {

    private final JdbcClient jdbc;

    AlternativeMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AlternativeMeasure> find(UUID id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query(Rows.of(AlternativeMeasure.class))
                .optional();
    }

    /** Those of all records of a person, the latest first. */
    List<AlternativeMeasure> of(PersonId person) {
        return jdbc.sql(OF_PERSON)
                .param("person", person.value())
                .query(Rows.of(AlternativeMeasure.class))
                .list();
    }

    UUID add(ApplyAlternative.Input in, PersonId person, Actor by, Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("case", in.caseId())
                .param("person", person.value())
                .param("kind", in.kind())
                .param("terms", in.terms())
                .param("on", in.appliedOn())
                .param("unit", by.unit())
                .param("by", by.account())
                .param("now", Detentions.utc(now))
                .update();
        return id;
    }

    /** False when somebody changed the measure meanwhile. */
    boolean end(EndAlternative.Input in, Actor by, Instant now) {
        return jdbc.sql(END)
                        .param("id", in.measure())
                        .param("version", in.version())
                        .param("on", in.endedOn())
                        .param("reason", in.reason())
                        .param("note", in.note(), Types.VARCHAR)
                        .param("by", by.account())
                        .param("now", Detentions.utc(now))
                        .update()
                == 1;
    }

    private static final String COLUMNS = """
            select m.id, m.case_id, m.person_id, m.kind, m.terms, m.applied_on, m.unit, m.ended_on, m.end_reason, m.end_note,
                   m.version
              from alternative_measure m
            """;

    static final String FIND = COLUMNS + """
             where m.id = :id
            """;

    static final String OF_PERSON = COLUMNS + """
             where m.person_id in (select * from records_of(:person))
             order by m.applied_on desc, m.entered_at desc
            """;

    static final String ADD = """
            insert into alternative_measure (id, case_id, person_id, kind, terms, applied_on, unit, entered_by, entered_at)
            values (:id, :case, :person, :kind, :terms, :on, :unit, :by, :now)
            """;

    static final String END = """
            update alternative_measure
               set ended_on = :on, end_reason = :reason, end_note = :note, ended_by = :by, end_noted_at = :now,
                   version = version + 1
             where id = :id and version = :version and ended_on is null
            """;
}
