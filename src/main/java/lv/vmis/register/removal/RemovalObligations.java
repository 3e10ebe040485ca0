package lv.vmis.register.removal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.Term;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.returns.Obligation;
import lv.vmis.register.returns.Obligations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of every removal whose start is set: the foreigner is told of it, and what was assessed still holds when it begins (Reg. 454). */
@Component
class RemovalObligations implements Obligations {

    private static final int DAYS = 30;

    /** @param oldest day of the oldest answer to what is assessed before a removal; nothing while none is given */
    record Row(
            UUID id,
            UUID caseId,
            String number,
            PersonId personId,
            @Nullable LocalDate oldest) {}

    private final JdbcClient jdbc;
    private final RemovalSteps steps;
    private final Terms terms;
    private final Clock clock;

    RemovalObligations(JdbcClient jdbc, RemovalSteps steps, Terms terms, Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public List<Obligation> open(LegalParameters law) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var rows = jdbc.sql(SCHEDULED)
                .param("day", today)
                .param("from", today.minusDays(DAYS))
                .query(Rows.of(Row.class))
                .list();
        var done = steps.of(rows.stream().map(Row::id).toList());
        return rows.stream()
                .flatMap(row -> {
                    var past = done.getOrDefault(row.id(), List.of());
                    return Stream.concat(untold(row, past, now, law), stale(row, past, now, law));
                })
                .toList();
    }

    private Stream<Obligation> untold(Row row, List<RemovalStep> done, Instant now, LegalParameters law) {
        return RemovalDeadlines.untold(done)
                .flatMap(start -> RemovalDeadlines.toTell(start, now, terms.under(law)))
                .map(term -> obligation(
                        Obligation.Kind.TELL_REMOVAL,
                        row,
                        term,
                        "/decisions/" + row.id() + "/removal",
                        scheduled(done)))
                .stream();
    }

    private Stream<Obligation> stale(Row row, List<RemovalStep> done, Instant now, LegalParameters law) {
        var scheduled = Readiness.scheduled(done);
        var start = scheduled == null ? null : scheduled.startsAt();
        var oldest = row.oldest();
        if (oldest == null || start == null || start.isBefore(now)) {
            return Stream.empty();
        }
        return RemovalDeadlines.relied(oldest, LocalDate.now(clock), law, terms).stream()
                .filter(term -> term.until().isPast(start))
                .map(term -> obligation(
                        Obligation.Kind.ASSESS, row, term, "/cases/" + row.caseId() + "/safeguards", oldest));
    }

    private LocalDate scheduled(List<RemovalStep> done) {
        var scheduled = Readiness.scheduled(done);
        return Point.of(scheduled == null ? clock.instant() : scheduled.happenedAt())
                .day();
    }

    private static Obligation obligation(Obligation.Kind kind, Row row, Term term, String where, LocalDate since) {
        return new Obligation(kind, row.id(), row.number(), row.personId(), "VRS", null, "VRS", since, term, where);
    }

    static final String SCHEDULED = """
            select d.id, d.case_id, c.number, d.person_id,
                   (select min(s.assessed_on) from safeguards_on(d.case_id, :day) s) as oldest
              from decision d
              join return_case c on c.id = d.case_id
             where d.open and d.kind in ('REMOVAL', 'COURT_EXPULSION')
               and d.id in (select decision_id from removal_step where kind = 'SCHEDULED' and withdrawn_at is null
                               and starts_at > cast(:from as date))
             order by d.signed_at, d.id
            """;
}
