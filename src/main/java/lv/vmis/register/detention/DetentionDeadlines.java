package lv.vmis.register.detention;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import org.springframework.stereotype.Component;

/** Until when somebody may be held, and when the judge must have the papers. */
@Component
class DetentionDeadlines implements Deadlines {

    private static final Map<String, String> RULES = Map.of(
            "by-guard", "detention.vrs.max",
            "by-judge", "detention.court.once",
            "total", "detention.court.total",
            "longest", "detention.max",
            "submit", "detention.court.submission");

    private static final String DECISION = "detention.court.decision";

    private final Detentions detentions;
    private final LegalParameters parameters;
    private final Terms terms;

    DetentionDeadlines(Detentions detentions, LegalParameters parameters, Terms terms) {
        this.detentions = detentions;
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
        var held = clock.steps().stream()
                .filter(step -> !step.key().equals("by-guard") || titles.size() == 1)
                .filter(step -> !step.key().equals("by-judge") || step.moment().equals(clock.titleEnds()))
                .filter(step -> !step.key().equals("submit") || !clock.isLast());
        var submittedAt = clock.submittedAt();
        var where = "/detentions/" + detention.id();
        var own = held.map(step -> new Deadline(
                "detention-" + step.key(),
                "VRS",
                parameters.get(Objects.requireNonNull(RULES.get(step.key())), day),
                Point.of(step.key().equals("submit") ? clock.releaseBy() : detention.detainedAt()),
                Point.of(step.moment()),
                null,
                step.key().equals("submit") && submittedAt != null ? Point.of(submittedAt) : null,
                where));
        return Stream.concat(own, awaited(titles.getLast(), where));
    }

    /** Once he has the papers, the decision of the judge is awaited. */
    private Stream<Deadline> awaited(DetentionTitle title, String where) {
        var at = title.submittedAt();
        if (at == null) {
            return Stream.empty();
        }
        return parameters.find(DECISION, Moments.day(at)).stream()
                .map(rule -> terms.counted(rule, Point.of(at)))
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
}
