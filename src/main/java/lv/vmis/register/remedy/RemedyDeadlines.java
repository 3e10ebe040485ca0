package lv.vmis.register.remedy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.reference.Point;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import org.springframework.stereotype.Component;

/** Until when a decision can be contested and appealed against, and until when what amends it is followed. */
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
                .flatMap(one -> {
                    var against = remedies.of(one.id());
                    return Stream.of(contesting(one, against), appealing(one, against), following(one, against))
                            .flatMap(Function.identity());
                })
                .toList();
    }

    private Stream<Deadline> contesting(Decision decision, List<Remedy> against) {
        var toContest = term.toContest(decision);
        if (toContest == null) {
            return Stream.empty();
        }
        var filed = against.stream().findFirst().map(Remedy::filedOn);
        return Stream.of(new Deadline(
                Deadline.CONTEST,
                null,
                toContest.rule(),
                toContest.from(),
                toContest.until(),
                toContest.dayOff(),
                filed.map(Point::of).orElse(null),
                where(decision),
                decision.number(),
                null));
    }

    /** He may go to court against what the higher authority decided. */
    private Stream<Deadline> appealing(Decision decision, List<Remedy> against) {
        var filed = against.stream()
                .filter(one -> one.kind() != RemedyKind.CONTEST)
                .findFirst()
                .map(Remedy::filedOn);
        return term.toCourt(against).stream()
                .map(term -> new Deadline(
                        Deadline.APPEAL,
                        null,
                        term.rule(),
                        term.from(),
                        term.until(),
                        term.dayOff(),
                        filed.map(Point::of).orElse(null),
                        where(decision),
                        decision.number(),
                        null));
    }

    /** What was amended is carried into the register by a follow-up decision or another decision. */
    private Stream<Deadline> following(Decision decision, List<Remedy> against) {
        return against.stream()
                .filter(one -> one.result() == RemedyResult.AMENDED && one.resultOn() != null)
                .flatMap(one -> term.toFollow(Objects.requireNonNull(one.resultOn())).stream()
                        .map(term -> new Deadline(
                                "amend",
                                decision.institution(),
                                term.rule(),
                                term.from(),
                                term.until(),
                                term.dayOff(),
                                remedies.followedOn(one.id()).map(Point::of).orElse(null),
                                "/decisions/" + decision.id() + "/follow-up",
                                decision.number(),
                                null)));
    }

    private static String where(Decision decision) {
        return "/decisions/" + decision.id() + "/remedies";
    }
}
