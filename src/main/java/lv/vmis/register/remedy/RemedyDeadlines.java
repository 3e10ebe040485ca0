package lv.vmis.register.remedy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.reference.Point;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import org.springframework.stereotype.Component;

/** Until when a decision can be contested. */
@Component
class RemedyDeadlines implements Deadlines {

    private final Decisions decisions;
    private final Remedies remedies;
    private final RemedyTerm term;

    RemedyDeadlines(Decisions decisions, Remedies remedies, RemedyTerm term) {
        this.decisions = decisions;
        this.remedies = remedies;
        this.term = term;
    }

    @Override
    public List<Deadline> of(UUID caseId) {
        return decisions.ofCase(caseId).stream()
                .filter(one -> one.isSigned() && one.cancelledOn() == null)
                .flatMap(this::contesting)
                .toList();
    }

    private Stream<Deadline> contesting(Decision decision) {
        var toContest = term.toContest(decision);
        if (toContest == null) {
            return Stream.empty();
        }
        var filed = remedies.of(decision.id()).stream().findFirst().map(Remedy::filedOn);
        return Stream.of(new Deadline(
                Deadline.CONTEST,
                null,
                toContest.rule(),
                toContest.from(),
                toContest.until(),
                toContest.dayOff(),
                filed.map(Point::of).orElse(null),
                "/decisions/" + decision.id() + "/remedies",
                decision.number(),
                null));
    }
}
