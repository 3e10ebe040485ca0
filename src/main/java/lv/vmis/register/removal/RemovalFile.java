package lv.vmis.register.removal;

import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.ReturnCase;

/**
 * How far a removal is, with everything its page shows.
 *
 * @param steps what was done, in the order in which it was done
 * @param together removals of those found together
 */
public record RemovalFile(
        Decision decision,
        ReturnCase found,
        PersonBar bar,
        Readiness readiness,
        List<RemovalStep> steps,
        List<FoundTogether> together) {

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
