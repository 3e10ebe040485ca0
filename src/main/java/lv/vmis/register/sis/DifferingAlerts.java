package lv.vmis.register.sis;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has an alert that is not as it ought to be. */
@Component
class DifferingAlerts {

    private final JdbcClient jdbc;

    DifferingAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonId> heads(Collection<UUID> records) {
        return jdbc.sql(HEADS)
                .param("records", records.toArray(UUID[]::new))
                .query((row, _) -> new PersonId(row.getObject("head_id", UUID.class)))
                .list();
    }

    /** Persons whose alert is not as it ought to be, whatever the reason; those after the given. */
    List<PersonId> after(UUID last, LocalDate day, int most) {
        return jdbc.sql(DIFFERING)
                .param("day", day)
                .param("after", last)
                .param("most", most)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** As {@link #after}, first those an official has to see to. */
    List<PersonId> first(LocalDate day, int most) {
        return jdbc.sql(FIRST)
                .param("day", day)
                .param("most", most)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    static final String HEADS = """
            select distinct head_id from person where id = any(:records)
            """;

    static final String DIFFERENCES = """
            select person_id
              from (select coalesce(d.person_id, t.person_id) as person_id,
                           min(case when t.refused is not null or t.state = 'EXPIRED' then 1
                                    when t.person_id is null then 2
                                    else 3 end) as turn
                      from alerts_due(:day) d
                      full join (select p.head_id as person_id, a.category, a.decision_id, a.ban_id, a.state, a.message_id, a.refused
                                   from alert a
                                   join person p on p.id = a.person_id
                                  where a.state not in ('DELETED', 'WITHDRAWN')) t on t.person_id = d.person_id
                     where ((d.person_id is null or t.person_id is null) and d.may_be_left_out is distinct from true)
                           or d.category <> t.category or d.decision_id <> t.decision_id or d.ban_id <> t.ban_id
                           or t.state in ('CONSULTING', 'EXPIRED') or t.message_id is not null or t.refused is not null
                     group by 1) differing
            """;

    static final String DIFFERING = DIFFERENCES + """
             where person_id > :after
             order by person_id
             limit :most
            """;

    /** First what an official has to see to. */
    static final String FIRST = DIFFERENCES + """
             order by turn, person_id
             limit :most
            """;
}
