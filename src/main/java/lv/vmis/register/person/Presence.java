package lv.vmis.register.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who else has a form about a person open: the journal knows, as opening it is a look. */
@Component
public class Presence {

    /** The look that opening such a form is. */
    static final String OPERATION = "fact.form";

    private static final Duration RECENT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Another official with a form open, since when. */
    public record Other(String name, Instant at) {}

    List<Other> others(PersonId person, Actor by) {
        return jdbc.sql(OTHERS)
                .param("person", new UUID[] {person.value()})
                .param("operation", OPERATION)
                .param("since", Persons.utc(clock.instant().minus(RECENT)))
                .param("me", by.account())
                .query(Rows.of(Other.class))
                .list();
    }

    static final String OTHERS = """
            select actor_name as name, max(at) as at
              from entry
             where persons @> :person and kind = 'look' and operation = :operation and at > :since and actor <> :me
             group by actor_name
             order by at desc
            """;
}
