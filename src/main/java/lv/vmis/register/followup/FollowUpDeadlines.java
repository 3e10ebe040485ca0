package lv.vmis.register.followup;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import org.springframework.stereotype.Component;

/** Until when each follow-up decision that was served can be contested: as long as the decision it is about. */
@Component
class FollowUpDeadlines implements Deadlines {

    private final FollowUps followUps;
    private final ServedFollowUps served;
    private final Decisions decisions;
    private final Terms terms;

    FollowUpDeadlines(FollowUps followUps, ServedFollowUps served, Decisions decisions, Terms terms) {
        this.followUps = followUps;
        this.served = served;
        this.decisions = decisions;
        this.terms = terms;
    }

    @Override
    public List<Deadline> of(UUID caseId) {
        return served.ofCase(caseId).stream()
                .flatMap(id -> followUps.find(id).stream())
                .flatMap(this::contesting)
                .toList();
    }

    private Stream<Deadline> contesting(FollowUp followUp) {
        var isOrder = decisions.find(followUp.decisionId()).orElseThrow().kind().isOrder();
        var servedOn = served.of(followUp.id()).orElseThrow().servedOn();
        return terms.procedural(isOrder ? "departure.contest" : "removal.contest", servedOn).stream()
                .map(term -> new Deadline(
                        Deadline.CONTEST,
                        null,
                        term.rule(),
                        term.from(),
                        term.until(),
                        term.dayOff(),
                        null,
                        "/follow-ups/" + followUp.id(),
                        followUp.number(),
                        null));
    }
}
