package lv.vmis.register.removal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.document.DocumentKind;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.ReturnCase;

/**
 * How far a removal is, with everything its page shows.
 *
 * @param steps all that was entered, also what was withdrawn, in the order in which it was done
 * @param together removals of those found together
 * @param hasLeft whether the person has left
 * @param papers that can be printed now
 */
public record RemovalFile(
        Decision decision,
        ReturnCase found,
        PersonBar bar,
        Readiness readiness,
        List<RemovalStep> steps,
        List<FoundTogether> together,
        boolean hasLeft,
        List<Paper> papers) {

    /**
     * A paper that can be printed.
     *
     * @param translations languages into which it can be translated
     */
    public record Paper(DocumentKind kind, List<String> translations) {}

    /** What counts of what was entered. */
    List<RemovalStep> standing() {
        return steps.stream().filter(RemovalStep::stands).toList();
    }

    /** The unit that carries it out: that of the last step, or of the decision. */
    String unit() {
        var done = standing();
        return done.isEmpty() ? decision.unit() : done.getLast().unit();
    }

    RemovalFile with(List<Paper> some) {
        return new RemovalFile(decision, found, bar, readiness, steps, together, hasLeft, some);
    }

    /** Everybody whose name the page may show. */
    List<PersonId> persons() {
        return Stream.concat(Stream.of(decision.personId()), together.stream().map(FoundTogether::personId))
                .toList();
    }

    /** What the official has before him, as a number. */
    public int seen() {
        return RemovalStep.seen(steps);
    }

    /** The step of the place. */
    Optional<RemovalStep> step(int place) {
        return steps.stream().filter(step -> step.place() == place).findFirst();
    }

    /** What it has cost, by kind. */
    public Map<String, BigDecimal> costs() {
        var sums = new TreeMap<String, BigDecimal>();
        for (var step : steps) {
            if (step.stands() && step.amount() != null) {
                sums.merge(Objects.requireNonNull(step.outcome()), step.amount(), BigDecimal::add);
            }
        }
        return sums;
    }

    /** What it has cost in all. */
    public BigDecimal cost() {
        return costs().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What can still be noted. */
    public List<StepKind> kinds() {
        return Arrays.stream(StepKind.values())
                .filter(kind ->
                        isOpen() || (decision.isSigned() && decision.cancelledOn() == null && kind.isKnownLater()))
                .toList();
    }

    /** Whether what was entered by mistake can still be withdrawn. */
    public boolean canWithdraw() {
        return !hasLeft;
    }

    /** Whether steps can still be added to it. */
    public boolean isOpen() {
        return decision.stands();
    }
}
