package lv.vmis.register.returns;

import java.time.LocalDate;
import java.util.Optional;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where persons serve a sentence, as the judgments in any of their cases tell (Reg. 454 p. 25, 29): who is there is not returned, held or looked for. */
@Component
public class Prisons {

    private final JdbcClient jdbc;

    Prisons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until day of the release; {@link LocalDate#MAX} while none is known */
    public record Prison(String prison, LocalDate until) {}

    /** The prison in which the person is on the day, as far as is known. */
    public Optional<Prison> on(PersonId person, LocalDate day) {
        return jdbc.sql(ON)
                .param("person", person.value())
                .param("day", day)
                .query(Rows.of(Prison.class))
                .optional();
    }

    static final String ON = """
            select prison, until from imprisonment_on(:person, :day)
            """;
}
