package lv.vmis.register.remedy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Term;
import lv.vmis.register.reference.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a decision can be contested, and what a suspension makes of the term to leave. */
@Component
class RemedyTerm {

    static final String OF_ORDER = "departure.contest";
    static final String OF_REMOVAL = "removal.contest";

    private final Terms terms;

    RemedyTerm(Terms terms) {
        this.terms = terms;
    }

    /** Counted from the day after the service; a last day on which offices are closed moves to the next working day. */
    @Nullable
    Term toContest(Decision decision) {
        var served = decision.servedOn();
        return served == null || decision.isEntered()
                ? null
                : toContest(decision.kind(), served, terms).orElse(null);
    }

    /** As the law has it that is only tried. */
    Optional<Term> toContest(DecisionKind kind, LocalDate served, LegalParameters law) {
        return toContest(kind, served, terms.under(law));
    }

    /** A judgment in force is not contested. */
    private static Optional<Term> toContest(DecisionKind kind, LocalDate served, Terms terms) {
        return kind.isOfCourt() ? Optional.empty() : terms.procedural(kind.contest(), served);
    }

    /**
     * The last day to leave once the decision goes on: the days that were left when it was suspended, from the day of the
     * result on. What had run out before has run out.
     */
    static LocalDate goesOn(LocalDate leaveBy, LocalDate suspendedOn, LocalDate resultOn) {
        var left = ChronoUnit.DAYS.between(suspendedOn, leaveBy);
        return left < 0 ? leaveBy : resultOn.plusDays(left);
    }

    /** The last day to leave as it was while the term stood still: what {@link #goesOn} made of it, made undone. */
    static LocalDate stoodStill(LocalDate leaveBy, LocalDate suspendedOn, LocalDate resultOn) {
        return leaveBy.isBefore(suspendedOn)
                ? leaveBy
                : suspendedOn.plusDays(ChronoUnit.DAYS.between(resultOn, leaveBy));
    }
}
