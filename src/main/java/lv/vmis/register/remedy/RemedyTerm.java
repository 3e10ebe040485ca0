package lv.vmis.register.remedy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.Term;
import lv.vmis.register.reference.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a decision can be contested, and an amendment is to be made. */
@Component
class RemedyTerm {

    static final String OF_ORDER = "departure.contest";
    static final String OF_REMOVAL = "removal.contest";
    static final String TO_COURT = "court.appeal";
    static final String TO_FOLLOW = "remedy.follow";
    private static final String STALLED = "duty.stalled";

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

    /** Until when a remedy of the kind can be filed after those that were; nothing where the Register knows no term. */
    Optional<Term> toFile(RemedyKind kind, Decision decision, List<Remedy> filed) {
        return switch (kind) {
            case CONTEST -> Optional.ofNullable(toContest(decision));
            case APPEAL -> toCourt(filed).or(() -> Optional.ofNullable(toContest(decision)));
            case CASSATION -> Optional.empty();
        };
    }

    /** Until when the person can go to court: counted from what the higher authority decided, unless he gave it up. */
    Optional<Term> toCourt(List<Remedy> remedies) {
        return remedies.stream()
                .filter(one -> one.kind() == RemedyKind.CONTEST && one.result() != null)
                .filter(one -> one.result() != RemedyResult.WITHDRAWN && one.result() != RemedyResult.CANCELLED)
                .map(Remedy::resultOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .flatMap(day -> toCourt(day, terms));
    }

    /** As the law has it that is only tried. */
    Optional<Term> toCourt(LocalDate resultOn, LegalParameters law) {
        return toCourt(resultOn, terms.under(law));
    }

    private static Optional<Term> toCourt(LocalDate resultOn, Terms terms) {
        return terms.procedural(TO_COURT, resultOn);
    }

    /** Until when the institution does what an amendment asks of it. */
    Optional<Term> toFollow(LocalDate resultOn) {
        return terms.after(TO_FOLLOW, resultOn);
    }

    /** As the law has it that is only tried. */
    Optional<Term> toFollow(LocalDate resultOn, LegalParameters law) {
        return terms.under(law).after(TO_FOLLOW, resultOn);
    }

    /** When a complaint of which nothing has been heard has stalled, as any case without a term. */
    Optional<Term> toHear(LocalDate filedOn, LocalDate today, LegalParameters law) {
        return law.find(STALLED, today).map(rule -> terms.counted(rule, Point.of(filedOn)));
    }

    /** As the law has it that is only tried. */
    Optional<Term> toContest(DecisionKind kind, LocalDate served, LegalParameters law) {
        return toContest(kind, served, terms.under(law));
    }

    /** A judgment in force is not contested. */
    private static Optional<Term> toContest(DecisionKind kind, LocalDate served, Terms terms) {
        return kind.isOfCourt() ? Optional.empty() : terms.procedural(kind.contest(), served);
    }
}
