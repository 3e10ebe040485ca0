package lv.vmis.register.remedy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a decision can be contested, and what a suspension makes of the term to leave. */
@Component
class RemedyTerm {

    private final LegalParameters parameters;
    private final WorkingDays workingDays;

    RemedyTerm(LegalParameters parameters, WorkingDays workingDays) {
        this.parameters = parameters;
        this.workingDays = workingDays;
    }

    /** Counted from the day after the service; a last day on which offices are closed moves to the next working day. */
    @Nullable
    LastToContest toContest(Decision decision) {
        var served = decision.servedOn();
        if (served == null) {
            return null;
        }
        var rule = parameters.get(decision.kind().isOrder() ? "departure.contest" : "removal.contest", served);
        var last = served.plus(parameters.period(rule.code(), served));
        return new LastToContest(workingDays.onOrAfter(last), rule);
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
