package lv.vmis.register.removal;

import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.document.DocumentKind;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.ReturnCase;

/**
 * How far a removal is, with everything its page shows.
 *
 * @param steps what was done, in the order in which it was done
 * @param together removals of those found together
 * @param papers that can be printed now
 */
public record RemovalFile(
        Decision decision,
        ReturnCase found,
        PersonBar bar,
        Readiness readiness,
        List<RemovalStep> steps,
        List<FoundTogether> together,
        List<Paper> papers) {

    /**
     * A paper that can be printed.
     *
     * @param translations languages into which it can be translated
     */
    public record Paper(DocumentKind kind, List<String> translations) {}

    /** The unit that carries it out: that of the last step, or of the decision. */
    String unit() {
        return steps.isEmpty() ? decision.unit() : steps.getLast().unit();
    }

    RemovalFile with(List<Paper> some) {
        return new RemovalFile(decision, found, bar, readiness, steps, together, some);
    }

    /** Everybody whose name the page may show. */
    List<PersonId> persons() {
        return Stream.concat(Stream.of(decision.personId()), together.stream().map(FoundTogether::personId))
                .toList();
    }

    /** Whether steps can still be added to it. */
    public boolean isOpen() {
        return decision.isSigned() && decision.departedOn() == null && decision.cancelledOn() == null;
    }
}
