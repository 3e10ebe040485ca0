package lv.vmis.register.safeguard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers to the questions to be assessed before removal, as stored. They are added to and never changed. */
@Component
public class Safeguards {

    private final JdbcClient jdbc;

    Safeguards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How every question of the list stands in the case on the day. */
    public List<Assessed> on(UUID caseId, LocalDate day) {
        return jdbc.sql(ON)
                .param("case", caseId)
                .param("day", day)
                .query(Rows.of(Assessed.class))
                .list();
    }

    /** All answers of the case, the latest first. */
    List<Safeguard> of(UUID caseId) {
        return jdbc.sql(OF_CASE)
                .param("case", caseId)
                .query(Rows.of(Safeguard.class))
                .list();
    }

    /** Since when a remedy has waited that suspends what was decided on the return of the person; nothing where none does. */
    Optional<LocalDate> remedyWaits(PersonId person, LocalDate day) {
        return jdbc.sql(REMEDY_WAITS)
                .param("person", person.value())
                .param("day", day)
                .query((row, _) -> Optional.ofNullable(row.getObject("since", LocalDate.class)))
                .single();
    }

    void add(AssessSafeguards.Input in, PersonId person, Actor by, Instant now) {
        for (var answer : in.answers()) {
            jdbc.sql(ADD)
                    .param("id", Ids.next())
                    .param("case", in.caseId())
                    .param("person", person.value())
                    .param("question", answer.question())
                    .param("answer", answer.answer())
                    .param("evidence", answer.evidence())
                    .param("on", in.assessedOn())
                    .param("unit", by.unit())
                    .param("by", by.account())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    static final String ON = """
            select question, standing, assessed_on, elsewhere, entered_at from safeguards_on(:case, :day)
            """;

    static final String REMEDY_WAITS = """
            select remedy_waits(:person, :day) as since
            """;

    static final String OF_CASE = """
            select s.id, s.question, s.answer, s.evidence, s.assessed_on, s.unit, coalesce(a.name, '–') as official, s.entered_at
              from safeguard s
              left join account a on a.id = s.entered_by
             where s.case_id = :case
             order by s.assessed_on desc, s.entered_at desc, s.question
            """;

    static final String ADD = """
            insert into safeguard (id, case_id, person_id, question, answer, evidence, assessed_on, unit, entered_by, entered_at)
            values (:id, :case, :person, :question, :answer, :evidence, :on, :unit, :by, :now)
            """;
}
