package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.Optional;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departure orders that a removal follows: one whose term still runs, or has passed. */
@Component
class Orders {

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the term of an order that was served on the person has passed on the day, and he has not left under it. */
    boolean isOneDisobeyed(PersonId person, LocalDate day) {
        return jdbc.sql(DISOBEYED)
                .param("person", person.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** The order under which the person may still leave by himself on the day. */
    Optional<RunningOrder> running(PersonId person, LocalDate day) {
        return jdbc.sql(RUNNING)
                .param("person", person.value())
                .param("day", day)
                .query(Rows.of(RunningOrder.class))
                .optional();
    }

    static final String DISOBEYED = """
            select order_not_obeyed(:person, :day)
            """;

    static final String RUNNING = """
            select d.number, d.leave_by
              from decision d
             where d.person_id in (select * from records_of(:person)) and d.kind = 'DEPARTURE_ORDER' and d.open
               and d.served_on is not null and d.leave_by >= :day
             order by d.leave_by desc, d.number
             limit 1
            """;
}
