package lv.vmis.register.sis;

import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.support.DecisionSamples;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An alert in SIS with a hit and a question of another State, for pages that show them. */
public record AlertSamples(UUID alert, UUID notice, UUID consultation) {

    public static AlertSamples of(PersonId person, UUID decision, DecisionSamples samples, JdbcClient jdbc) {
        var made = new AlertSamples(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        samples.reading(() -> jdbc.sql("""
                insert into alert (id, person_id, category, decision_id, family_name, birth_date, reason, reference, action, leave_by,
                                   with_ban, told_hash, state, state_at, sis_id, entered_on, review_on)
                select :id, :person, 'RETURN', d.id, 'Tester', '1990-05-23', d.kind, d.number, 'RETURN', d.leave_by, false, '',
                       'ENTERED', now(), 'LV-' || cast(:id as text), current_date - 1000, current_date + 30
                  from decision d
                 where d.id = :decision
                """)
                .param("id", made.alert())
                .param("person", person.value())
                .param("decision", decision)
                .update());
        samples.reading(() -> jdbc.sql("""
                insert into alert_notice (id, message, person_id, alert_id, kind, country, happened_on, happened_time, place, has_left,
                                          identity, document, measure, note, reference, received_at)
                values (:id, cast(:id as text), :person, :alert, 'INSIDE', 'LTU', date '2026-11-01', '21:15', 'Vilnius', false,
                        'TESTERS Aziz, 23.05.1990.', 'UZB pase AA1234567', 'Nogādāta policijas iecirknī', 'Runā krieviski',
                        'LT-0000-77', now())
                """)
                .param("id", made.notice())
                .param("person", person.value())
                .param("alert", made.alert())
                .update());
        samples.reading(() -> jdbc.sql("""
                insert into alert_consultation (id, message, person_id, alert_id, direction, kind, country, subject, identity, document,
                                                note, reference, asked_at, due_on)
                values (:id, cast(:id as text), :person, :alert, 'IN', 'PERMIT_INTENDED', 'POL', 'darba atļauja',
                        'TESTER Azis, 23.05.1990.', 'UZB pase AA1234567', 'Darba devējs: "Przykład"', 'PL-0000-12', now(),
                        current_date + 10)
                """)
                .param("id", made.consultation())
                .param("person", person.value())
                .param("alert", made.alert())
                .update());
        return made;
    }
}
