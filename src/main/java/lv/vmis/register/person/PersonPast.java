package lv.vmis.register.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register knew of a person at a moment, whatever was entered, corrected or withdrawn since. */
@Component
public class PersonPast {

    private final JdbcClient jdbc;

    PersonPast(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What had been found, as it was entered or last corrected by then; the latest first. */
    public List<FindingRow> findings(PersonId person, Instant moment) {
        return jdbc.sql(FINDINGS)
                .param("person", person.value())
                .param("at", Persons.utc(moment))
                .query(Rows.of(FindingRow.class))
                .list();
    }

    /** The signed decisions. */
    public List<PersonFile.DecisionRow> decisions(PersonId person, Instant moment) {
        return jdbc.sql(DECISIONS)
                .param("person", person.value())
                .param("at", Persons.utc(moment))
                .query(Rows.of(PersonFile.DecisionRow.class))
                .list();
    }

    /** The bans; one is in force if it was on that day, and superseded if a later one known by then outlasted it. */
    public List<PersonFile.BanRow> bans(PersonId person, Instant moment) {
        return jdbc.sql(BANS)
                .param("person", person.value())
                .param("at", Persons.utc(moment))
                .param("day", LocalDate.ofInstant(moment, RegisterClock.RIGA))
                .query(Rows.of(PersonFile.BanRow.class))
                .list();
    }

    public record FindingRow(
            UUID id,
            UUID caseId,
            String caseNumber,
            LocalDate foundOn,
            String placeKind,
            @Nullable String crossingPoint,
            String place,
            String circumstances,
            String legalBasis) {}

    static final String FINDINGS = """
            select f.id, f.case_id, c.number as case_number, coalesce(p.found_on, f.found_on) as found_on,
                   coalesce(p.place_kind, f.place_kind) as place_kind,
                   case when p.finding_id is null then f.crossing_point else p.crossing_point end as crossing_point,
                   coalesce(p.place, f.place) as place, coalesce(p.circumstances, f.circumstances) as circumstances,
                   coalesce(p.legal_basis, f.legal_basis) as legal_basis
              from finding f
              join return_case c on c.id = f.case_id
              left join lateral (select *
                                   from finding_past x
                                  where x.finding_id = f.id and x.corrected_at > :at
                                  order by x.version
                                  limit 1) p on true
             where f.person_id in (select * from records_known_at(:person, :at)) and f.noted_at <= :at
             order by found_on desc, f.noted_at desc, f.id
            """;

    /** The last day to leave is the one that was set last by then: by the signature, a service, an extension or a result. */
    static final String DECISIONS = """
            select d.id, d.case_id, d.kind, d.institution, d.decider, d.number, d.decided_on,
                   coalesce(l.leave_by, d.leave_by) as leave_by, d.sent_at, s.served_on, e.departed_on
              from decision d
              left join lateral services_known(d.id, :at) s on true
              left join lateral (select x.departed_on
                                   from departures_known(d.person_id, :at) x
                                  where x.decision_id = d.id) e on true
              left join lateral (select t.leave_by
                                   from (select d.signed_at as at, d.decided_on + d.term_days as leave_by
                                         union all
                                         select s.noted_at, s.served_on + d.term_days
                                         union all
                                         select f.signed_at, f.leave_by
                                           from follow_up f
                                          where f.decision_id = d.id and f.signed_at <= :at
                                         union all
                                         select r.resolved_at, r.leave_by
                                           from remedies_known(d.id, :at) r
                                          where r.resolved_at <= :at) t
                                  where t.leave_by is not null
                                  order by t.at desc
                                  limit 1) l on true
             where d.person_id in (select * from records_known_at(:person, :at)) and d.signed_at <= :at
             order by d.signed_at desc, d.id
            """;

    static final String BANS = """
            with known as (
                select c.*,
                       case when c.cancelled_on is not null then 'CANCELLED'
                            when c.suspended_on is not null then 'SUSPENDED'
                            when coalesce(c.from_day > :day, true) then 'PENDING'
                            when c.to_day < :day then 'EXPIRED'
                            else 'IN_FORCE'
                       end as state
                  from (select b.id, b.decision_id, b.territory, d.number as decision_number,
                               coalesce(d.decider, d.institution) as institution, d.decided_on, b.legal_basis, b.term_months as imposed_months,
                               coalesce(f.term_months, b.term_months) as term_months, t.from_day,
                               case when least(f.cancelled_on, m.cancelled_on) <= :day
                                     and coalesce(e.day >= least(f.cancelled_on, m.cancelled_on), true)
                                    then least(f.cancelled_on, m.cancelled_on)
                               end as cancelled_on,
                               case when least(s.suspended_on, m.suspended_on) <= :day
                                     and coalesce(least(f.cancelled_on, m.cancelled_on) > :day, true)
                                     and coalesce(e.day >= :day, true)
                                    then least(s.suspended_on, m.suspended_on)
                               end as suspended_on,
                               case when t.from_day is not null
                                    then least(e.day, f.cancelled_on - 1, m.cancelled_on - 1, s.suspended_on - 1, m.suspended_on - 1)
                               end as to_day
                          from ban b
                          join decision d on d.id = b.decision_id and d.signed_at <= :at
                          left join lateral (select least(min(x.effect_on) filter (where x.kind = 'CANCEL'), b.old_cancelled_on) as cancelled_on,
                                                    min(x.term_months) as term_months
                                               from follow_up x
                                              where x.decision_id = d.id and (x.ban_id is null or x.ban_id = b.id)
                                                and x.signed_at <= :at) f on true
                          left join lateral (select case when x.kind = 'SUSPEND' then x.effect_on end as suspended_on
                                               from follow_up x
                                              where x.decision_id = d.id and (x.ban_id is null or x.ban_id = b.id)
                                                and x.kind in ('SUSPEND', 'RESUME') and x.signed_at <= :at
                                              order by x.signed_at desc, x.effect_on desc
                                              limit 1) s on true
                          left join lateral (select min(x.result_on) filter (where x.result = 'CANCELLED' and x.resolved_at <= :at)
                                                        as cancelled_on,
                                                    min(x.filed_on) filter (where x.suspends and coalesce(x.resolved_at > :at, true))
                                                        as suspended_on
                                               from remedies_known(d.id, :at) x) m on true
                         cross join lateral (select case when b.starts = 'DAY' then b.starts_on
                                                         when b.starts = 'DECISION' then d.decided_on
                                                         else (select min(x.departed_on)
                                                                 from records_known_at(:person, :at) k
                                                                cross join lateral departures_known(k, :at) x
                                                                where x.decision_id = d.id or x.departed_on > d.decided_on
                                                                   or x.departed_on = d.decided_on
                                                                      and (d.kind = 'ENTRY_BAN' or x.confirmed_at >= d.signed_at))
                                                    end as day) g
                         cross join lateral (select case when least(s.suspended_on, m.suspended_on) <= g.day then null
                                                         else g.day
                                                    end as from_day) t
                         cross join lateral (select least((t.from_day + make_interval(months => coalesce(f.term_months, b.term_months)))::date,
                                                          b.ends_on) as day) e
                         where b.person_id in (select * from records_known_at(:person, :at))
                           and (b.dropped_at is null or b.dropped_at > :at)
                           and coalesce(least(f.cancelled_on, m.cancelled_on) > g.day,
                                        f.cancelled_on is null and m.cancelled_on is null)) c
            ), standing as (
                -- As bans_superseded says it of today: the number of the last of the later ones stands behind its last day.
                select k.*, case when k.state = 'IN_FORCE' and left(k.longest, 8) >= k.until then substr(k.longest, 9) end as superseded_by
                  from (select s.*, max(s.until || s.decision_number) filter (where s.state = 'IN_FORCE') over later as longest
                          from (select x.*, coalesce(to_char(x.to_day, 'YYYYMMDD'), '99999999') as until from known x) s
                        window later as (partition by s.territory order by s.decided_on desc, s.id desc
                                         rows between unbounded preceding and 1 preceding)) k
            )
            select id, decision_id, territory, decision_number, institution, decided_on, legal_basis, imposed_months, term_months, from_day,
                   cancelled_on, suspended_on, to_day, null::date as review_on, superseded_by, state
              from standing c
             order by coalesce(c.from_day <= :day and (c.to_day is null or c.to_day >= :day), false) desc, c.superseded_by is not null,
                      c.from_day is null desc, c.decided_on desc, c.territory, c.id
            """;
}
