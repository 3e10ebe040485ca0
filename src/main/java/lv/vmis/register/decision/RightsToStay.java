package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether VMIS told that the person may stay: no return decision is taken of who has a permit or protection, and nobody takes him away
 * (Directive 2008/115/EC Art. 6(4), 9).
 */
@Component
class RightsToStay implements DepartureRule {

    private final JdbcClient jdbc;

    RightsToStay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Refusal> mistake(PersonId person, LocalDate day) {
        return jdbc.sql(GRANTED)
                .param("person", person.value())
                .param("day", day)
                .query((row, _) -> Refusal.of(
                        DecisionRefusal.MAY_STAY, new Bilingual(row.getString("text_lv"), row.getString("text_en"))))
                .optional();
    }

    @Override
    public List<Refusal> against(Decision decision, ConfirmDeparture.Input in) {
        return in.goesByForce()
                ? mistake(decision.personId(), in.departedOn()).stream().toList()
                : List.of();
    }

    static final String GRANTED = """
            select c.text_lv, c.text_en
              from right_to_stay(:person, :day) r
              join code c on c.list = 'vmis_subject' and c.code = r.subject
             order by c.sort
             limit 1
            """;
}
