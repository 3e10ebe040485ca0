package lv.vmis.register.partner;

import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much was asked under agreements, and how often a call was turned away and why. */
@Component
class AgreementUse {

    private final JdbcClient jdbc;

    AgreementUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param byDay otherwise by month */
    public record Query(@Nullable String agreement, boolean byDay, LocalDate from, LocalDate until) {}

    /** The newest first, and no more than so many. */
    List<UseRow> of(Query query, int most) {
        return jdbc.sql(USE)
                .param("agreement", query.agreement(), Types.VARCHAR)
                .param("unit", query.byDay() ? "day" : "month")
                .param("from", query.from())
                .param("until", query.until())
                .param(
                        "from_at",
                        query.from()
                                .atStartOfDay(RegisterClock.RIGA)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .param(
                        "until_at",
                        query.until()
                                .plusDays(1)
                                .atStartOfDay(RegisterClock.RIGA)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Rows.of(UseRow.class))
                .list();
    }

    // The rest of a flood is one entry that says how many calls it stands for.
    static final String USE = """
            select date_trunc(:unit, x.day::timestamp)::date as period, a.institution, x.agreement, x.purpose, x.refusal,
                   sum(x.answered)::bigint as answered, sum(x.refused)::bigint as refused
              from (select u.agreement, u.day, u.purpose, null::text as refusal, u.questions as answered, 0 as refused
                      from agreement_use u
                     where u.day between :from and :until and (:agreement::text is null or u.agreement = :agreement)
                     union all
                    select e.agreement, (e.at at time zone 'Europe/Riga')::date, null,
                           case when e.operation like 'api %' then substr(e.operation, 5) else 'forbidden' end, 0,
                           coalesce((e.payload ->> 'more')::int, 1)
                      from entry e
                     where e.decision = 'deny' and e.agreement is not null and e.at >= :from_at and e.at < :until_at
                       and (:agreement::text is null or e.agreement = :agreement)) x
              join agreement a on a.number = x.agreement
             group by 1, 2, 3, 4, 5
             order by 1 desc, 3, 4 nulls last, 5
             limit :most
            """;
}
