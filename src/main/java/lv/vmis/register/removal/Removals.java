package lv.vmis.register.removal;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.kernel.Plans;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.safeguard.Safeguards;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The removals that wait to be carried out, each with what blocks it. */
@Component
class Removals {

    /** More than go in a month. */
    private static final int SOON = 100;

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

    /** Those whose time is set, the next first. */
    List<WaitingRemoval> scheduled() {
        Plans.each(jdbc);
        return waiting(jdbc.sql(SCHEDULED)
                        .param("today", LocalDate.now(clock))
                        .param("most", SOON)
                        .query(Rows.of(WaitingRemoval.Row.class))
                        .list())
                .stream()
                .filter(one -> one.readiness().startsAt() != null)
                .sorted(Comparator.comparing((WaitingRemoval one) ->
                        Objects.requireNonNull(one.readiness().startsAt())))
                .toList();
    }

    /** All that wait, those signed last first, from below one on; one more than a page when there are more. */
    List<WaitingRemoval> all(@Nullable Instant before, @Nullable UUID beforeId) {
        Plans.each(jdbc);
        var statement = before == null ? FIRST : NEXT;
        return waiting(jdbc.sql(statement)
                .param("today", LocalDate.now(clock))
                .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", beforeId, Types.OTHER)
                .param("most", RemovalBoard.PAGE + 1)
                .query(Rows.of(WaitingRemoval.Row.class))
                .list());
    }

    private List<WaitingRemoval> waiting(List<WaitingRemoval.Row> rows) {
        var done = steps.of(rows.stream().map(WaitingRemoval.Row::id).toList());
        var today = LocalDate.now(clock);
        return rows.stream()
                .map(row -> {
                    var past = done.getOrDefault(row.id(), List.of());
                    var facts = new Readiness.Facts(
                            row.isMissing(),
                            row.servedOn() != null,
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
                   is_missing(d.person_id) as is_missing,
                   i.family_name, i.given_names, i.birth_date
              from decision d
              join person p on p.id = d.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where d.open and d.kind <> 'DEPARTURE_ORDER'
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
