package lv.vmis.register.remedy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.reference.Term;
import lv.vmis.register.reference.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a decision can be contested, and what a suspension makes of the term to leave. */
@Component
class RemedyTerm {

    private final Terms terms;

    RemedyTerm(Terms terms) {
        this.terms = terms;
    }

    /** Counted from the day after the service; a last day on which offices are closed moves to the next working day. */
    @Nullable
    Term toContest(Decision decision) {
        var served = decision.servedOn();
        return served == null || decision.kind().isOfCourt()
                ? null
                : terms.procedural(decision.kind().isOrder() ? "departure.contest" : "removal.contest", served)
                        .orElse(null);
    }

    /**
     * The last day to leave once the decision goes on: the days that were left when it was suspended, from the day of the
     * result on. What had run out before has run out.
     */
    static LocalDate goesOn(LocalDate leaveBy, LocalDate suspendedOn, LocalDate resultOn) {
        var left = ChronoUnit.DAYS.between(suspendedOn, leaveBy);
        return left < 0 ? leaveBy : resultOn.plusDays(left);
    }
}
