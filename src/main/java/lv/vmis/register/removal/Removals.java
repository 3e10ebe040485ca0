package lv.vmis.register.removal;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Plans;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.removal.RemovalBoard.Whose;
import lv.vmis.register.safeguard.Safeguards;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The removals that wait to be carried out, each with what blocks it. */
@Component
class Removals {

    /** More than go in a month. */
    private static final int SOON = 100;

    /** What blocks is not stored: so many are looked at together, and so many for one page. */
    private static final int BATCH = 60;

    private static final int MOST = 600;

    private final JdbcClient jdbc;
    private final RemovalSteps steps;
    private final Safeguards safeguards;
    private final Clock clock;

    Removals(JdbcClient jdbc, RemovalSteps steps, Safeguards safeguards, Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.safeguards = safeguards;
        this.clock = clock;
    }

    /** A page of the board, from below one on. */
    RemovalBoard board(RemovalBoard.Filter filter, RemovalBoard.@Nullable Place from, Actor by) {
        Plans.each(jdbc);
        var scheduled = scheduled(filter, by);
        var known = scheduled.stream().map(one -> one.row().id()).collect(Collectors.toSet());
        var found = new ArrayList<WaitingRemoval>();
        var place = from;
        for (var looked = 0; ; ) {
            var rows = rows(filter, place, by);
            for (var one : waiting(rows)) {
                if (found.size() == RemovalBoard.PAGE || looked == MOST) {
                    return new RemovalBoard(filter, from == null ? scheduled : List.of(), found, place);
                }
                place = new RemovalBoard.Place(one.row().signedAt(), one.row().id());
                looked++;
                if (!known.contains(one.row().id()) && filter.lets(one.readiness())) {
                    found.add(one);
                }
            }
            if (rows.size() < BATCH) {
                return new RemovalBoard(filter, from == null ? scheduled : List.of(), found, null);
            }
        }
    }

    /** Those whose time is set, the next first. */
    private List<WaitingRemoval> scheduled(RemovalBoard.Filter filter, Actor by) {
        return waiting(whose(jdbc.sql(SCHEDULED), filter, by)
                        .param("most", SOON)
                        .query(Rows.of(WaitingRemoval.Row.class))
                        .list())
                .stream()
                .filter(one -> one.readiness().startsAt() != null && filter.lets(one.readiness()))
                .sorted(Comparator.comparing((WaitingRemoval one) ->
                        Objects.requireNonNull(one.readiness().startsAt())))
                .toList();
    }

    private List<WaitingRemoval.Row> rows(RemovalBoard.Filter filter, RemovalBoard.@Nullable Place from, Actor by) {
        var statement = from == null ? FIRST : NEXT;
        return whose(jdbc.sql(statement), filter, by)
                .param(
                        "before",
                        from == null ? null : from.signedAt().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", from == null ? null : from.id(), Types.OTHER)
                .param("most", BATCH)
                .query(Rows.of(WaitingRemoval.Row.class))
                .list();
    }

    private JdbcClient.StatementSpec whose(JdbcClient.StatementSpec statement, RemovalBoard.Filter filter, Actor by) {
        var whose = filter.whose();
        return statement
                .param("today", LocalDate.now(clock))
                .param("holder", whose == Whose.MINE ? by.account() : null, Types.OTHER)
                .param("free", whose == Whose.FREE)
                .param("unit", whose == Whose.UNIT ? by.unit() : null, Types.VARCHAR);
    }

    private List<WaitingRemoval> waiting(List<WaitingRemoval.Row> rows) {
        var done = steps.of(rows.stream().map(WaitingRemoval.Row::id).toList());
        var today = LocalDate.now(clock);
        return rows.stream()
                .map(row -> {
                    var past = done.getOrDefault(row.id(), List.of());
                    var facts = new Readiness.Facts(
                            row.isMissing(),
                            row.mayStay(),
                            row.prisonUntil(),
                            row.servedOn() != null,
                            row.destination() != null,
                            row.suspendedOn() != null,
                            row.hasDocument(),
                            safeguards.on(row.caseId(), today),
                            past);
                    return new WaitingRemoval(
                            row, Readiness.of(facts, clock.instant()), past.isEmpty() ? null : past.getLast());
                })
                .toList();
    }

    private static final String ROWS = """
            select d.id, d.case_id, d.person_id, d.number, d.signed_at,
                   coalesce(d.amended_destination, d.destination) as destination,
                   d.served_on, coalesce(d.suspended_on, (select suspended_on from suspended_elsewhere(d.id))) as suspended_on,
                   has_travel_document(d.person_id, :today) as has_document,
                   is_missing(d.person_id) as is_missing, exists (select 1 from right_to_stay(d.person_id, :today)) as may_stay,
                   (select until from imprisonment_on(d.person_id, :today)) as prison_until, h.name as holder,
                   i.family_name, i.given_names, i.birth_date
              from decision d
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
              join return_case c on c.id = d.case_id
              left join account h on h.id = c.holder
             where d.open and d.kind <> 'DEPARTURE_ORDER'
               and (cast(:holder as uuid) is null or c.holder = cast(:holder as uuid)) and (not :free or c.holder is null)
               and (cast(:unit as text) is null or d.unit = cast(:unit as text))
            """;

    static final String SCHEDULED = ROWS + """
               and d.id in (select decision_id from removal_step where kind = 'SCHEDULED' and withdrawn_at is null
                               and starts_at > :today - 30)
             order by (select max(starts_at) from removal_step
                        where decision_id = d.id and kind = 'SCHEDULED' and withdrawn_at is null), d.id
             limit :most
            """;

    private static final String PAGE_OF_ROWS = """
             order by d.signed_at desc, d.id desc
             limit :most
            """;

    static final String FIRST = ROWS + PAGE_OF_ROWS;

    static final String NEXT = ROWS + """
               and (d.signed_at, d.id) < (:before, :id)
            """ + PAGE_OF_ROWS;
}
