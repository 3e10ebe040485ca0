package lv.vmis.register.ban;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the register knew of bans at a moment: how many were in force on a day, and what has become of them since. A departure entered late
 * begins a ban in the past, and changes what is known now and never what was known before.
 */
@Component
class BanPast {

    private final JdbcClient jdbc;
    private final Clock clock;

    BanPast(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The bans in force on a day, as known at a moment and as known now. */
    List<BanCount> counts(LocalDate day, Instant known) {
        return jdbc.sql(COUNTS)
                .param("day", day)
                .param("then", known.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Rows.of(BanCount.class))
                .list();
    }

    /** What has become of bans since a moment, the newest first; those after the given. */
    List<BanChange> since(Instant moment, @Nullable String territory, @Nullable UUID after, int most) {
        return jdbc.sql(SINCE)
                .param("since", moment.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("since_day", LocalDate.ofInstant(moment, RegisterClock.RIGA))
                .param("day", LocalDate.now(clock))
                .param("territory", territory)
                .param("after", after, Types.OTHER)
                .param("most", most)
                .query(Rows.of(BanChange.class))
                .list();
    }

    /** Bans that contradict each other or what else is known of the person today. */
    List<BanContradiction> contradictions(int most) {
        return jdbc.sql(CONTRADICTIONS)
                .param("day", LocalDate.now(clock))
                .param("most", most)
                .query(Rows.of(BanContradiction.class))
                .list();
    }

    static final String COUNTS = """
            select territory, decider, legal_basis, sum(one_then) as then, sum(one_now) as now
              from (select territory, decider, legal_basis, 1 as one_then, 0 as one_now
                      from bans_known(:then, :day)
                     where from_day <= :day and (to_day is null or to_day >= :day)
                    union all
                    select territory, decider, legal_basis, 0, 1
                      from bans_known(:now, :day)
                     where from_day <= :day and (to_day is null or to_day >= :day)) each_ban
             group by territory, decider, legal_basis
             order by territory, decider, legal_basis
            """;

    /** What was entered since the moment, and what ended by itself; of each ban its days as known then and now. */
    static final String SINCE = """
            with happened (id, at, what) as (
                select b.id, d.signed_at, 'SET'
                  from decision d join ban b on b.decision_id = d.id and b.dropped_at is null
                 where d.signed_at > :since
                union all
                select b.id, e.confirmed_at, 'BEGUN'
                  from departure e
                  join person p on p.id = e.person_id
                  join person m on m.head_id = p.head_id
                  join ban b on b.person_id = m.id and b.dropped_at is null and b.starts = 'DEPARTURE'
                  join decision d on d.id = b.decision_id and d.signed_at is not null
                 where e.confirmed_at > :since and b.first_on = e.departed_on
                union all
                select b.id, f.signed_at,
                       case f.kind when 'SUSPEND' then 'SUSPENDED' when 'RESUME' then 'RESUMED'
                                   when 'CANCEL' then 'CANCELLED' else 'REDUCED' end
                  from follow_up f
                  join ban b on b.decision_id = f.decision_id and (f.ban_id is null or f.ban_id = b.id) and b.dropped_at is null
                 where f.signed_at > :since and f.kind not in ('EXTEND', 'AMEND')
                union all
                select b.id, r.entered_at, 'SUSPENDED'
                  from remedy r join ban b on b.decision_id = r.decision_id and b.dropped_at is null
                 where r.entered_at > :since and r.suspends
                union all
                select b.id, r.resolved_at, case r.result when 'CANCELLED' then 'CANCELLED' else 'RESUMED' end
                  from remedy r join ban b on b.decision_id = r.decision_id and b.dropped_at is null
                 where r.resolved_at > :since and (r.result = 'CANCELLED' or r.suspends)
                union all
                select b.id, w.withdrawn_at, 'WITHDRAWN'
                  from withdrawn_entry w
                  join person p on p.id = w.person_id
                  join person m on m.head_id = p.head_id
                  join ban b on b.person_id = m.id and b.dropped_at is null and b.starts = 'DEPARTURE'
                  join decision d on d.id = b.decision_id and d.signed_at <= :since and d.decided_on <= w.happened_on
                 where w.kind = 'DEPARTURE' and w.withdrawn_at > :since and w.entered_at <= :since
                union all
                select b.id, w.withdrawn_at, 'WITHDRAWN'
                  from withdrawn_entry w
                  join ban b on b.decision_id = w.decision_id and b.dropped_at is null
                 where w.kind in ('REMEDY', 'REMEDY_RESULT') and w.withdrawn_at > :since and w.entered_at <= :since
                   and ((w.entry ->> 'suspends')::boolean or w.entry ->> 'result' = 'CANCELLED')
                union all
                select c.id, ((c.to_day + 1)::timestamp at time zone 'Europe/Riga'), 'ENDED'
                  from ban b
                  join ban_clock c on c.id = b.id
                 where b.last_on between :since_day and cast(:day as date) - 1 and b.cancelled_on is null and b.suspended_on is null
            ), changed as (
                select h.id, max(h.at) as at, string_agg(h.what, ',' order by h.at, h.what) as what
                  from happened h
                  join ban b on b.id = h.id
                 where cast(:territory as text) is null or b.territory = :territory
                 group by h.id
            ), newest as (
                select c.id, c.at, c.what
                  from changed c
                  left join changed l on l.id = :after
                 where l.id is null or c.at < l.at or (c.at = l.at and c.id > l.id)
                 order by c.at desc, c.id
                 limit :most
            )
            select n.id, b.decision_id, b.person_id, i.family_name, i.given_names, b.territory, d.number as decision_number,
                   coalesce(d.decider, (select j.court from judgment j where j.decision_id = d.id), d.institution) as decider,
                   n.what, n.at, o.id is not null as known, o.from_day as old_from, o.to_day as old_to,
                   o.cancelled_on as old_cancelled_on, w.from_day as new_from, w.to_day as new_to,
                   w.cancelled_on as new_cancelled_on, coalesce(b.reduced_months, b.term_months) as term_months
              from newest n
              join ban b on b.id = n.id
              join decision d on d.id = b.decision_id
              join person p on p.id = b.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
              left join lateral (select k.* from bans_known(:since, date 'infinity') k where k.id = n.id) o on true
              left join lateral (select k.* from bans_known(:now, date 'infinity') k where k.id = n.id) w on true
             order by n.at desc, n.id
            """;

    static final String CONTRADICTIONS = """
            select x.reason, c.id, c.decision_id, c.person_id, i.family_name, i.given_names, c.territory, c.decision_number,
                   coalesce(d.decider, j.court, d.institution) as decider,
                   case when d.decider is null and j.court is null then d.institution end as follower,
                   c.decided_on, c.from_day, c.to_day,
                   coalesce(o.decision_id, case when x.reason = 'RETURN_CANCELLED' then x.other_id end) as other_decision,
                   coalesce(o.decision_number, case when x.reason = 'RETURN_CANCELLED' then x.known end) as other_number,
                   o.decider as other_decider, o.to_day as other_to, x.known
              from ban_contradictions(:day) x
              join ban_clock c on c.id = x.ban_id
              join decision d on d.id = c.decision_id
              left join judgment j on j.decision_id = d.id
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
              left join ban_clock o on o.id = x.other_id
             order by x.reason, i.family_name, c.id, x.other_id
             limit :most
            """;
}
