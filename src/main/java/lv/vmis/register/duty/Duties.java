package lv.vmis.register.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lv.vmis.register.detention.Alarm;
import lv.vmis.register.detention.HeldPersons;
import lv.vmis.register.duty.Queue.Due;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Plans;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The work that waits for an official, by his role and unit; each queue is one query, and only what he may do is there. */
@Component
class Duties {

    private static final String ANY = "%";

    /** As many as the queries of the other queues give. */
    private static final int SHOWN = 5;

    private final JdbcClient jdbc;
    private final LegalParameters parameters;
    private final WorkingDays workingDays;
    private final HeldPersons held;
    private final BesideQueue beside;
    private final CountedQueues counted;
    private final Clock clock;

    Duties(
            JdbcClient jdbc,
            LegalParameters parameters,
            WorkingDays workingDays,
            HeldPersons held,
            BesideQueue beside,
            CountedQueues counted,
            Clock clock) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.workingDays = workingDays;
        this.held = held;
        this.beside = beside;
        this.counted = counted;
        this.clock = clock;
    }

    /** The queues of the official; none for a role that works with no persons. */
    List<Queue> of(Actor by) {
        if (by.role() == null) {
            return List.of();
        }
        Plans.each(jdbc);
        var counts = counted.of(by, beside.lateNotices(by), today());
        var queues = Stream.concat(usual(by, by.role()).stream(), counts).toList();
        var first = by.role() == Role.ESCORT
                ? Stream.<Queue>of()
                : Stream.concat(
                        by.may(Right.CONFIRM_DEPARTURE) ? Stream.of(exits(by)) : Stream.empty(),
                        Stream.concat(
                                by.may(Right.SERVE) ? Stream.of(toTell(by)) : Stream.empty(), beside.of(by, today())));
        return Stream.concat(first.filter(queue -> !queue.isEmpty()), queues.stream())
                .toList();
    }

    private List<Queue> usual(Actor by, Role role) {
        return switch (role) {
            case INSPECTOR ->
                List.of(
                        ending(),
                        returned(by),
                        drafts(by),
                        toServe("VRS", by.unit()),
                        leaving("VRS", by.unit()),
                        undecided("VRS", by.unit()));
            case VRS_DECIDER ->
                List.of(
                        ending(),
                        toSign("VRS"),
                        toFollow("VRS"),
                        toJoin("VRS"),
                        toServe("VRS", ANY),
                        leaving("VRS", ANY));
            case CASEWORKER ->
                List.of(
                        returned(by),
                        drafts(by),
                        handedOver(),
                        toServe("PMLP", ANY),
                        leaving("PMLP", ANY),
                        undecided("PMLP", by.unit()));
            case PMLP_DECIDER -> List.of(toSign("PMLP"), toFollow("PMLP"), toJoin("PMLP"), toServe("PMLP", ANY));
            case ESCORT -> List.of(removals());
            case STEWARD -> List.of(newest("VRS"), newest("PMLP"));
            case GUARD, CONSUL, READER, ANALYST, AUDITOR, SECURITY, ADMIN -> List.of();
        };
    }

    /** Drafts are finished by those who began them: the unit of an inspector, the caseworker himself. */
    private Queue drafts(Actor by) {
        return queue("drafts", "/decisions?state=DRAFT", DRAFTS, mine(by));
    }

    private Queue returned(Actor by) {
        return queue("returned", "/decisions?state=RETURNED", RETURNED, mine(by));
    }

    private static Map<String, Object> mine(Actor by) {
        var whole = by.role() == Role.INSPECTOR;
        return Map.of(
                "institution",
                by.institution(),
                "unit",
                whole ? by.unit() : ANY,
                "official",
                whole ? ANY : by.account().toString());
    }

    /** Detentions that end within three days: each goes to a judge in time, or the person is released. */
    private Queue ending() {
        var now = clock.instant();
        var ending = held.now().stream()
                .filter(one -> one.clock().alarm(now).isRaised())
                .toList();
        return ending.isEmpty()
                ? new Queue("held", "/detentions", 0, null, 0, List.of())
                : new Queue(
                        "held",
                        "/detentions",
                        ending.size(),
                        ending.stream()
                                .map(HeldPersons.Held::detainedAt)
                                .min(Instant::compareTo)
                                .orElseThrow(),
                        ending.stream()
                                .filter(one -> one.clock().alarm(now) == Alarm.OVERDUE)
                                .count(),
                        ending.stream()
                                .limit(SHOWN)
                                .map(one -> ending(one, now))
                                .toList());
    }

    private static Queue.Item ending(HeldPersons.Held one, Instant now) {
        var by = one.clock().releaseBy();
        return new Queue.Item(
                "/detentions/" + one.id(),
                one.personId(),
                one.familyName(),
                one.givenNames(),
                one.birthDate(),
                one.caseNumber(),
                null,
                one.detainedAt(),
                new Due(
                        "release",
                        LocalDate.ofInstant(by, RegisterClock.RIGA),
                        by,
                        one.clock().law(),
                        one.clock().alarm(now) == Alarm.OVERDUE));
    }

    private Queue toSign(String institution) {
        return queue("to-sign", "/decisions?state=TO_SIGN", TO_SIGN, Map.of("institution", institution));
    }

    private Queue toJoin(String institution) {
        return oneByOne(queue("to-join", "/", OneByOne.TO_JOIN, Map.of("institution", institution)));
    }

    private Queue toFollow(String institution) {
        return oneByOne(queue("follow-ups", "/", OneByOne.FOLLOW_UPS, Map.of("institution", institution)));
    }

    /** The first stands for the whole list: the next opens when it is answered. */
    private static Queue oneByOne(Queue queue) {
        return queue.isEmpty()
                ? queue
                : queue.wholeFrom(queue.items().getFirst().href());
    }

    private Queue toServe(String institution, String unit) {
        var values = Map.<String, Object>of(
                "institution", institution, "unit", unit, "late", lastLate(WaitingCases.TO_SERVE), "today", today());
        return queue("to-serve", "/decisions?state=SIGNED", TO_SERVE, values);
    }

    /** Follow-up decisions of which the person is still to be told, also of somebody who has left: the next opens when it is served. */
    private Queue toTell(Actor by) {
        var unit = by.role() == Role.INSPECTOR ? by.unit() : ANY;
        return oneByOne(queue(
                "to-tell",
                "/",
                OneByOne.TO_TELL,
                Map.of("institution", by.institution(), "unit", unit, "late", lastLate(WaitingCases.TO_TELL))));
    }

    private Queue leaving(String institution, String unit) {
        return queue(
                "leaving",
                "/decisions?state=OVERDUE",
                LEAVING,
                Map.of("institution", institution, "unit", unit, "late", today().minusDays(1), "today", today()));
    }

    private Queue undecided(String institution, String unit) {
        return queue("undecided", "/cases", UNDECIDED, Map.of("institution", institution, "unit", unit));
    }

    private Queue handedOver() {
        return queue("handed-over", "/cases", HANDED_OVER, Map.of());
    }

    /** People of whom the border system told that they left: whoever may confirms it with one key. */
    private Queue exits(Actor by) {
        var unit = by.role() == Role.INSPECTOR ? by.unit() : ANY;
        return oneByOne(queue("exits", "/", EXITS, Map.of("institution", by.institution(), "unit", unit)));
    }

    private Queue removals() {
        return queue("removals", "/removals", REMOVALS, Map.of("late", lastLate(WaitingCases.TO_SERVE)));
    }

    private Queue newest(String institution) {
        return queue(
                "newest-" + institution.toLowerCase(java.util.Locale.ROOT),
                "/cases",
                NEWEST,
                Map.of("institution", institution, "from", today().minusDays(7)));
    }

    private Queue queue(String key, String all, String sql, Map<String, Object> values) {
        var rows = jdbc.sql(sql)
                .param("late", today())
                .params(values)
                .query(Rows.of(Waiting.class))
                .list();
        if (rows.isEmpty()) {
            return new Queue(key, all, 0, null, 0, List.of());
        }
        var first = rows.getFirst();
        return new Queue(
                key,
                all,
                first.total(),
                first.oldest(),
                first.late(),
                rows.stream().map(row -> item(key, row)).toList());
    }

    private Queue.Item item(String queue, Waiting row) {
        return new Queue.Item(
                folder(queue, row) + row.id() + (queue.equals("exits") ? "/departure" : ""),
                row.personId(),
                row.familyName(),
                row.givenNames(),
                row.birthDate(),
                row.number(),
                row.kind(),
                row.since(),
                due(queue, row));
    }

    private static String folder(String queue, Waiting row) {
        return switch (queue) {
            case "to-join" -> "/links/";
            case "follow-ups", "to-tell" -> "/follow-ups/";
            default -> row.kind() == null ? "/cases/" : "/decisions/";
        };
    }

    private @Nullable Due due(String queue, Waiting row) {
        var day = row.day();
        if (day == null) {
            return null;
        }
        if (queue.equals("leaving")) {
            return new Due(
                    "leave",
                    day,
                    null,
                    parameters.get("departure.term.max", day).cited(),
                    day.isBefore(today()));
        }
        var parameter = queue.equals("to-tell") ? WaitingCases.TO_TELL : WaitingCases.TO_SERVE;
        var until = workingDays.plus(day, parameters.workingDays(parameter, day));
        return new Due("tell", until, null, parameters.get(parameter, day).cited(), until.isBefore(today()));
    }

    /** The last day from which the term has already run out today. */
    private LocalDate lastLate(String parameter) {
        var day = today().minusDays(1);
        while (!workingDays.plus(day, parameters.workingDays(parameter, day)).isBefore(today())) {
            day = day.minusDays(1);
        }
        return day;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The few decisions shown of those that wait, with whom they are about; every query counts to 1001. */
    private static final String SHOWN_DECISIONS = """
            )
            select d.id, d.person_id, coalesce(d.number, c.number, '–') as number, d.kind, d.institution, i.family_name,
                   i.given_names, i.birth_date, w.since, w.day, w.total, w.oldest, w.late
              from (select waiting.*, count(*) over () as total, min(since) over () as oldest,
                           count(*) filter (where day <= :late) over () as late
                      from waiting
                     order by place
                     limit 5) w
              join decision d on d.id = w.id
              left join return_case c on c.id = d.case_id
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             order by w.place
            """;

    private static final String SHOWN_CASES = """
            )
            select c.id, c.person_id, c.number, null as kind, c.institution, i.family_name, i.given_names, i.birth_date,
                   coalesce(w.handed_at, (select min(f.noted_at) from finding f where f.case_id = c.id), w.since) as since,
                   null::date as day, w.total, w.oldest, 0 as late
              from (select waiting.*, count(*) over () as total, min(since) over () as oldest
                      from waiting
                     order by place
                     limit 5) w
              join return_case c on c.id = w.id
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             order by w.place
            """;

    static final String DRAFTS = """
            with waiting as (
                select d.id, d.prepared_at as since, null::date as day,
                       row_number() over (order by coalesce(d.returned_at, d.prepared_at), d.id) as place
                  from decision d
                 where d.signed_at is null and d.withdrawn_at is null and d.sent_at is null and d.returned_at is null
                   and d.institution = :institution and d.unit like :unit and d.prepared_by::text like :official
                 order by coalesce(d.returned_at, d.prepared_at), d.id
                 limit 1001
            """ + SHOWN_DECISIONS;

    static final String RETURNED = """
            with waiting as (
                select d.id, d.returned_at as since, null::date as day,
                       row_number() over (order by d.returned_at, d.id) as place
                  from decision d
                 where d.signed_at is null and d.withdrawn_at is null and d.sent_at is null and d.returned_at is not null
                   and d.institution = :institution and d.unit like :unit and d.prepared_by::text like :official
                 order by d.returned_at, d.id
                 limit 1001
            """ + SHOWN_DECISIONS;

    static final String TO_SIGN = """
            with waiting as (
                select d.id, d.sent_at as since, null::date as day,
                       row_number() over (order by d.sent_at, d.id) as place
                  from decision d
                 where d.signed_at is null and d.withdrawn_at is null and d.sent_at is not null
                   and d.institution = :institution
                 order by d.sent_at, d.id
                 limit 1001
            """ + SHOWN_DECISIONS;

    static final String TO_SERVE = """
            with waiting as (
                select d.id, d.signed_at as since, d.decided_on as day,
                       row_number() over (order by d.signed_at, d.id) as place
                  from decision d
                 where d.signed_at is not null and d.served_on is null and d.decider is null and d.cancelled_on is null and d.decided_on <= :today
                   and d.institution = :institution and d.unit like :unit
                 order by d.signed_at, d.id
                 limit 1001
            """ + SHOWN_DECISIONS;

    static final String LEAVING = """
            with waiting as (
                select d.id, d.signed_at as since, d.leave_by as day,
                       row_number() over (order by d.leave_by, d.id) as place
                  from decision d
                 where d.open and d.suspended_on is null and d.kind = 'DEPARTURE_ORDER' and d.served_on is not null and d.leave_by <= :today
                   and d.institution = :institution and d.unit like :unit
                 order by d.leave_by, d.id
                 limit 1001
            """ + SHOWN_DECISIONS;

    static final String EXITS = """
            with waiting as (
                select d.id, min(n.told_at) as since, null::date as day,
                       row_number() over (order by min(n.told_at), d.id) as place
                  from exit_notice n
                  join decision d on d.id = n.decision_id
                 where d.open and d.institution = :institution and d.unit like :unit and n.left_on >= d.decided_on
                 group by d.id
                 order by min(n.told_at), d.id
                 limit 1001
            """ + SHOWN_DECISIONS;

    static final String REMOVALS = """
            with waiting as (
                select d.id, d.signed_at as since,
                       case when d.served_on is null then d.decided_on end as day,
                       row_number() over (order by d.signed_at desc, d.id) as place
                  from decision d
                 where d.open and d.suspended_on is null and d.kind <> 'DEPARTURE_ORDER'
                 order by d.signed_at desc, d.id
                 limit 1001
            """ + SHOWN_DECISIONS;

    static final String UNDECIDED = """
            with waiting as (
                select c.id, c.opened_on::timestamp at time zone 'Europe/Riga' as since, null::timestamptz as handed_at,
                       row_number() over (order by c.opened_on, c.id) as place
                  from return_case c
                 where c.undecided and c.competent = :institution and c.institution = :institution and c.unit = :unit
                   and not exists (select 1 from decision d
                                    where d.case_id = c.id and d.signed_at is null and d.withdrawn_at is null)
                 order by c.opened_on, c.id
                 limit 1001
            """ + SHOWN_CASES;

    static final String HANDED_OVER = """
            with waiting as (
                select c.id, c.handed_at as since, c.handed_at,
                       row_number() over (order by c.handed_at, c.id) as place
                  from return_case c
                 where c.undecided and c.competent = 'PMLP' and c.handed_at is not null
                   and not exists (select 1 from decision d
                                    where d.case_id = c.id and d.signed_at is null and d.withdrawn_at is null)
                 order by c.handed_at, c.id
                 limit 1001
            """ + SHOWN_CASES;

    static final String NEWEST = """
            with waiting as (
                select c.id, c.opened_on::timestamp at time zone 'Europe/Riga' as since, null::timestamptz as handed_at,
                       row_number() over (order by c.opened_on desc, c.id desc) as place
                  from return_case c
                 where c.institution = :institution and c.opened_on >= :from
                 order by c.opened_on desc, c.id desc
                 limit 1001
            """ + SHOWN_CASES;
}
