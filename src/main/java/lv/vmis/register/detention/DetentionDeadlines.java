package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.Term;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import lv.vmis.register.returns.Obligation;
import lv.vmis.register.returns.Obligations;
import org.springframework.stereotype.Component;

/** Until when somebody may be held, and when the judge must have the papers. */
@Component
class DetentionDeadlines implements Deadlines, Obligations {

    private static final Map<String, String> RULES = Map.of(
            "by-guard", "detention.vrs.max",
            "by-judge", "detention.court.once",
            "total", "detention.court.total",
            "longest", "detention.max",
            "submit", "detention.court.submission");

    private static final String VRS = "VRS";
    private static final String DECISION = "detention.court.decision";

    private final Detentions detentions;
    private final HeldPersons held;
    private final LegalParameters parameters;
    private final Terms terms;

    DetentionDeadlines(Detentions detentions, HeldPersons held, LegalParameters parameters, Terms terms) {
        this.detentions = detentions;
        this.held = held;
        this.parameters = parameters;
        this.terms = terms;
    }

    @Override
    public List<Deadline> of(UUID caseId) {
        return detentions.openOf(caseId).stream().flatMap(this::of).toList();
    }

    private Stream<Deadline> of(Detention detention) {
        var day = Moments.day(detention.detainedAt());
        if (!DetentionLaw.isKnownOn(day, parameters)) {
            return Stream.empty();
        }
        var titles = detentions.titles(detention.id());
        var clock = DetentionClock.of(
                detention.detainedAt(), titles, detentions.earlier(detention), DetentionLaw.on(day, parameters));
        // What a judge's decision has replaced is no deadline any more.
        var shown = clock.steps().stream()
                .filter(step -> !step.key().equals("by-guard") || titles.size() == 1)
                .filter(step -> !step.key().equals("by-judge") || step.moment().equals(clock.titleEnds()))
                .filter(step -> !step.key().equals("submit") || !clock.isLast());
        var submittedAt = clock.submittedAt();
        var where = "/detentions/" + detention.id();
        var own = shown.map(step -> new Deadline(
                "detention-" + step.key(),
                VRS,
                parameters.get(Objects.requireNonNull(RULES.get(step.key())), day),
                Point.of(
                        switch (step.key()) {
                            case "submit" -> clock.releaseBy();
                            // As if he had been detained so much sooner as he was held before.
                            case "total", "longest" -> detention.detainedAt().minus(clock.earlier());
                            default -> detention.detainedAt();
                        }),
                Point.of(step.moment()),
                null,
                step.key().equals("submit") && submittedAt != null ? Point.of(submittedAt) : null,
                where));
        return Stream.concat(own, awaited(titles.getLast(), where));
    }

    /** Once he has the papers, the decision of the judge is awaited. */
    private Stream<Deadline> awaited(DetentionTitle title, String where) {
        return decision(title, parameters)
                .map(term -> new Deadline(
                        "detention-decision",
                        title.submittedTo(),
                        term.rule(),
                        term.from(),
                        term.until(),
                        null,
                        null,
                        where));
    }

    private Stream<Term> decision(DetentionTitle title, LegalParameters law) {
        var at = title.submittedAt();
        return at == null
                ? Stream.empty()
                : law.find(DECISION, Moments.day(at)).map(rule -> terms.counted(rule, Point.of(at))).stream();
    }

    @Override
    public Set<String> parameters() {
        return Set.of(DECISION);
    }

    /** Of everybody who is held the judge gets the papers, or decides, or nobody can and he is released. */
    @Override
    public List<Obligation> open(LegalParameters law) {
        return held.now(law).stream().flatMap(one -> next(one, law)).toList();
    }

    private Stream<Obligation> next(HeldPersons.Held one, LegalParameters law) {
        var clock = one.clock();
        var day = Moments.day(one.detainedAt());
        if (clock.isLast()) {
            var rule = law.get(Objects.requireNonNull(RULES.get(clock.ending().key())), day);
            var term = new Term(rule, Point.of(one.detainedAt()), Point.of(clock.releaseBy()), null);
            return Stream.of(obligation(Obligation.Kind.RELEASE, one, VRS, day, term));
        }
        var submitted = clock.submittedAt();
        if (submitted == null) {
            var rule = law.get(Objects.requireNonNull(RULES.get("submit")), day);
            var term = new Term(rule, Point.of(clock.releaseBy()), Point.of(clock.submitBy()), null);
            return Stream.of(obligation(Obligation.Kind.SUBMIT, one, VRS, day, term));
        }
        var title = detentions.titles(one.id()).getLast();
        return decision(title, law)
                .map(term -> obligation(
                        Obligation.Kind.JUDGE,
                        one,
                        Objects.requireNonNullElse(title.submittedTo(), VRS),
                        Moments.day(submitted),
                        term));
    }

    private static Obligation obligation(
            Obligation.Kind kind, HeldPersons.Held one, String owner, LocalDate since, Term term) {
        return new Obligation(
                kind,
                one.id(),
                one.caseNumber(),
                one.personId(),
                VRS,
                one.unit(),
                owner,
                since,
                term,
                "/detentions/" + one.id());
    }
}
