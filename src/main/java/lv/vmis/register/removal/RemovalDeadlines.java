package lv.vmis.register.removal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.Term;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import lv.vmis.register.safeguard.Assessed;
import lv.vmis.register.safeguard.Safeguards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when the answers given before a removal may be relied on, and when the foreigner has to be told of it (Reg. 454). */
@Component
class RemovalDeadlines implements Deadlines {

    static final String VALID = "safeguard.valid";
    static final String NOTICE = "removal.notice";
    static final String NOTICE_SHORT = "removal.notice.short";

    private final Decisions decisions;
    private final RemovalSteps steps;
    private final Safeguards safeguards;
    private final Terms terms;
    private final LegalParameters parameters;
    private final Clock clock;

    RemovalDeadlines(
            Decisions decisions,
            RemovalSteps steps,
            Safeguards safeguards,
            Terms terms,
            LegalParameters parameters,
            Clock clock) {
        this.decisions = decisions;
        this.steps = steps;
        this.safeguards = safeguards;
        this.terms = terms;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public List<Deadline> of(UUID caseId) {
        return decisions.ofCase(caseId).stream()
                .filter(one -> one.isSigned() && one.kind().isRemoval() && one.stands())
                .flatMap(one -> Stream.concat(assessed(one), notice(one)))
                .toList();
    }

    /** The oldest answer is the first that is no longer good; the law of today says how long, whenever it was given. */
    private Stream<Deadline> assessed(Decision decision) {
        var today = LocalDate.now(clock);
        return safeguards.on(decision.caseId(), today).stream()
                .map(Assessed::assessedOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .flatMap(oldest -> relied(oldest, today, parameters, terms))
                .map(term -> deadline(
                        "safeguards",
                        decision.institution(),
                        term,
                        null,
                        "/cases/" + decision.caseId() + "/safeguards"))
                .stream();
    }

    /** P. 21, and p. 21¹ where it was told later or can only be told later. */
    private Stream<Deadline> notice(Decision decision) {
        var done = steps.of(decision.id());
        var scheduled = Readiness.scheduled(done);
        if (scheduled == null) {
            return Stream.empty();
        }
        Instant start = Objects.requireNonNull(scheduled.startsAt());
        var told = Optional.ofNullable(Readiness.last(done, StepKind.NOTIFIED))
                .filter(notice -> done.indexOf(notice) > done.indexOf(scheduled))
                .map(RemovalStep::happenedAt)
                .orElse(null);
        var counted = told == null ? clock.instant() : told;
        return toTell(start, counted, terms)
                .map(term ->
                        notice(term.rule().code().equals(NOTICE) ? "notice" : "notice-short", term, told, decision))
                .stream();
    }

    /** Until when answers of which the oldest is of that day may be relied on, by the law of the day on which they are. */
    static Optional<Term> relied(LocalDate oldest, LocalDate day, LegalParameters law, Terms terms) {
        return law.find(VALID, day).map(rule -> terms.counted(rule, Point.of(oldest)));
    }

    /** When the removal begins of which the foreigner was not told; nothing when no time is set, or he was told. */
    static Optional<Instant> untold(List<RemovalStep> done) {
        return Optional.ofNullable(Readiness.scheduled(done))
                .filter(scheduled -> done.subList(done.indexOf(scheduled), done.size()).stream()
                        .noneMatch(step -> step.kind() == StepKind.NOTIFIED))
                .map(RemovalStep::startsAt);
    }

    /** Until when he is to be told, by the law of the day of the removal: the shorter term where the usual one has passed. */
    static Optional<Term> toTell(Instant start, Instant told, Terms terms) {
        return terms.before(NOTICE, start)
                .filter(term -> !term.until().isPast(told))
                .or(() -> terms.before(NOTICE_SHORT, start));
    }

    private static Deadline notice(String key, Term term, @Nullable Instant told, Decision decision) {
        return deadline(
                key, "VRS", term, told == null ? null : Point.of(told), "/decisions/" + decision.id() + "/removal");
    }

    private static Deadline deadline(String key, String owner, Term term, @Nullable Point done, String where) {
        return new Deadline(key, owner, term.rule(), term.from(), term.until(), term.dayOff(), done, where);
    }
}
