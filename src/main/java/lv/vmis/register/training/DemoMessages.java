package lv.vmis.register.training;

import java.time.Clock;
import java.time.LocalDate;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.StandIn.Telling;
import lv.vmis.register.exchange.StandIns;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.vmis.BorderWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the stand-in for the border system tell of some exits: of people who have to leave, of somebody unknown, and one that is broken. */
@Component
class DemoMessages {

    private static final String THROUGH = "LIDOSTA_RIGA";

    private final JdbcClient jdbc;
    private final StandIns standIns;
    private final Clock clock;

    DemoMessages(JdbcClient jdbc, StandIns standIns, Clock clock) {
        this.jdbc = jdbc;
        this.standIns = standIns;
        this.clock = clock;
    }

    private record Leaving(
            long number, PartialDate birthDate, @Nullable String document) {}

    void tell() {
        var today = LocalDate.now(clock);
        jdbc.sql(LEAVING).param("today", today).query(Rows.of(Leaving.class)).list().stream()
                .map(one -> one.document() != null && one.birthDate().isFull()
                        ? new BorderWords.Exit(
                                null, one.document(), one.birthDate().earliest(), today, THROUGH)
                        : new BorderWords.Exit(one.number(), null, null, today, THROUGH))
                .forEach(exit -> tell(BorderWords.text(exit)));
        tell(BorderWords.text(new BorderWords.Exit(null, "ZZ0000000", LocalDate.of(1980, 1, 1), today, THROUGH)));
        tell("<exit left-on=\"" + today + "\"");
    }

    private void tell(String body) {
        var now = clock.instant();
        standIns.tell(Correspondent.BORDER, new Telling("demo-" + Ids.next(), BorderWords.EXIT, body, now));
    }

    static final String LEAVING = """
            select p.number, i.birth_date,
                   (select min(x.number) from document x where x.person_id = d.person_id) as document
              from decision d
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where d.open and d.served_on < :today and d.kind = 'DEPARTURE_ORDER' and d.leave_by between :today and :today + 30
             order by d.leave_by, d.id
             limit 4
            """;
}
