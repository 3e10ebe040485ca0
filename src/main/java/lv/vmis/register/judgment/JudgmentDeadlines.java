package lv.vmis.register.judgment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

/** Until when the prison tells the Border Guard whom it holds (Reg. 454 p. 25). */
@Component
class JudgmentDeadlines implements Deadlines, Obligations {

    private static final String NOTICE = "removal.prison.notice";
    private static final String PRISON = "IEVP";

    private final Judgments judgments;
    private final Terms terms;

    JudgmentDeadlines(Judgments judgments, Terms terms) {
        this.judgments = judgments;
        this.terms = terms;
    }

    @Override
    public List<Deadline> of(UUID caseId) {
        return judgments.ofCase(caseId).stream()
                .filter(Judgment::isToBeCarriedOut)
                .flatMap(this::informing)
                .toList();
    }

    private Stream<Deadline> informing(Judgment judgment) {
        var placed = judgment.placedOn();
        var informed = judgment.informedOn();
        return placed == null
                ? Stream.empty()
                : toTell(placed, terms)
                        .map(term -> new Deadline(
                                "prison-notice",
                                PRISON,
                                term.rule(),
                                term.from(),
                                term.until(),
                                term.dayOff(),
                                informed == null ? null : Point.of(informed),
                                where(judgment)))
                        .stream();
    }

    private static Optional<Term> toTell(LocalDate placed, Terms terms) {
        return terms.after(NOTICE, placed);
    }

    private static String where(Judgment judgment) {
        return "/decisions/" + judgment.decisionId() + "/judgment";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(NOTICE);
    }

    /** The Border Guard, which is to be told, sees that it is. */
    @Override
    public List<Obligation> open(LegalParameters law) {
        var under = terms.under(law);
        return judgments.untold().stream()
                .filter(Judgment::isToBeCarriedOut)
                .flatMap(one -> untold(one, under))
                .toList();
    }

    private static Stream<Obligation> untold(Judgment one, Terms terms) {
        var placed = one.placedOn();
        return placed == null
                ? Stream.empty()
                : toTell(placed, terms)
                        .map(term -> new Obligation(
                                Obligation.Kind.PRISON,
                                one.decisionId(),
                                one.number(),
                                one.personId(),
                                "VRS",
                                null,
                                PRISON,
                                placed,
                                term,
                                where(one)))
                        .stream();
    }
}
