package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether what the register says of cases, decisions, bans and detentions is what the model says. */
final class ProcedureStandings {

    private ProcedureStandings() {}

    private record Row(
            String kind,
            UUID id,
            int version,
            String stands,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Looks at everything the register says of the family on the day, and gives the version of each thing. */
    static Map<UUID, Integer> compared(JdbcClient jdbc, List<PaperCase> cases, LocalDate today, Set<String> states) {
        // What is looked at when a transaction ends, as if each act were one.
        jdbc.sql("set constraints all immediate; set constraints all deferred").update();
        var ids = cases.stream().map(one -> ProcedureCourse.id(one.id)).toArray(UUID[]::new);
        var rows = ProcedureCourse.jdbcAs(() -> jdbc.sql(STANDS)
                .param("cases", ids)
                .param("day", today)
                .query((row, _) -> new Row(
                        row.getString("kind"),
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getString("stands"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list());
        var found = new HashMap<UUID, Row>();
        var versions = new HashMap<UUID, Integer>();
        for (var row : rows) {
            found.put(row.id(), row);
            versions.put(row.id(), row.version());
        }
        var expected = 0;
        for (var of : cases) {
            expected++;
            var next = of.next();
            if (next != null) {
                states.add(next.step());
            }
            agree("case", of.id, stands(of), found);
            for (var paper : of.papers) {
                expected++;
                states.add(paper.state(today));
                agree(
                        "decision",
                        paper.id,
                        "%s|%s|%s|%s"
                                .formatted(
                                        paper.state(today), paper == of.standing(), paper.leaveBy, paper.destination()),
                        found);
                bars(paper, found);
            }
            for (var held : of.held) {
                expected++;
                agree("detention", held.id, "%s|%s|%s".formatted(held.from, held.until, held.released), found);
            }
        }
        var counted = rows.stream().filter(row -> !row.kind().equals("ban")).count();
        if (counted != expected) {
            throw new AssertionError("the register has %d rows, the model %d".formatted(counted, expected));
        }
        return versions;
    }

    private static String stands(PaperCase of) {
        var next = of.next();
        return "%s|%s|%s"
                .formatted(
                        of.competent,
                        of.isUndecided(),
                        next == null
                                ? "-"
                                : "%s|%s|%s|%s|%s"
                                        .formatted(next.step(), next.from(), next.due(), next.owner(), next.unit()));
    }

    private static void agree(String kind, @Nullable UUID id, String stands, Map<UUID, Row> found) {
        var row = found.get(id);
        if (row == null || !row.stands().equals(stands)) {
            throw new AssertionError("%s: the register %s, the model %s".formatted(kind, row, stands));
        }
    }

    /** The ban holds on the same days, asked for days about every one on which something could change. */
    private static void bars(Paper paper, Map<UUID, Row> found) {
        for (var ban : paper.text.bans()) {
            var id = paper.bans.get(ban.territory());
            var row = id == null ? null : found.get(id);
            var probes = new TreeSet<LocalDate>();
            Stream.of(paper.begins(), paper.cancelledOn(), paper.suspendedOn(), paper.stopped(ban.territory()))
                    .filter(Objects::nonNull)
                    .forEach(day -> probes.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
            var begins = paper.begins();
            if (begins != null) {
                var end = begins.plusMonths(paper.months(ban));
                probes.addAll(List.of(end, end.plusDays(1)));
            }
            for (var day : probes) {
                var holds = row != null
                        && row.from() != null
                        && !day.isBefore(row.from())
                        && row.to() != null
                        && !day.isAfter(row.to());
                if (holds != paper.bars(ban, day)) {
                    throw new AssertionError("ban on %s: the register %s (%s), the model %s"
                            .formatted(day, holds, row, paper.bars(ban, day)));
                }
            }
        }
    }

    private static final String STANDS = """
            select 'case' as kind, c.id, c.version,
                   concat_ws('|', c.competent, case when c.undecided then 'true' else 'false' end,
                             case when c.next_step is null then '-'
                                  else concat_ws('|', c.next_step, c.step_from, coalesce(c.step_due::text, 'null'), c.step_owner,
                                                 coalesce(c.step_unit, 'null'))
                             end) as stands,
                   null::date as from_day, null::date as to_day
              from return_case c
             where c.id = any(:cases)
            union all
            select 'decision', d.id, d.version,
                   concat_ws('|',
            """ + lv.vmis.register.decision.DecisionState.CODE_IN_SQL + """
                             , case when d.open then 'true' else 'false' end, coalesce(d.leave_by::text, 'null'),
                             coalesce(d.amended_destination, d.destination, 'null')), null, null
              from decision d
             where d.case_id = any(:cases)
            union all
            select 'ban', b.id, 0, '', b.from_day, b.to_day
              from decision d
              join ban_clock b on b.decision_id = d.id
             where d.case_id = any(:cases)
            union all
            select 'detention', d.id, d.version,
                   concat_ws('|', to_char(d.detained_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                             (select to_char(max(t.until_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                                from detention_title t where t.detention_id = d.id),
                             coalesce(to_char(d.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'null')),
                   null, null
              from detention d
             where d.case_id = any(:cases)
            """;
}
