package lv.vmis.register.judgment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import org.springframework.stereotype.Component;

/** Until when the prison tells the Border Guard whom it holds (Reg. 454 p. 25). */
@Component
class JudgmentDeadlines implements Deadlines {

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
                : terms
                        .after("removal.prison.notice", placed)
                        .map(term -> new Deadline(
                                "prison-notice",
                                "IEVP",
                                term.rule(),
                                term.from(),
                                term.until(),
                                term.dayOff(),
                                informed == null ? null : Point.of(informed),
                                "/decisions/" + judgment.decisionId() + "/judgment"))
                        .stream();
    }
}
