package lv.vmis.register.remedy;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.LeaveTerm;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Enters what came of a remedy: the decision stands and its term goes on, or it is cancelled, or it has to be amended. */
@Action
public class ResolveRemedy {

    public record Input(
            UUID remedy,
            int version,
            RemedyResult result,
            LocalDate resultOn,
            @Nullable String number,
            @Nullable String note) {}

    private final Decisions decisions;
    private final Remedies remedies;
    private final LeaveTerm term;
    private final Journal journal;
    private final Clock clock;

    ResolveRemedy(Decisions decisions, Remedies remedies, LeaveTerm term, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.remedies = remedies;
        this.term = term;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var seen = remedies.find(in.remedy());
        if (seen.isEmpty()) {
            return refused(RemedyRefusal.REMEDY_UNKNOWN);
        }
        var decision = decisions.locked(seen.get().decisionId()).orElseThrow();
        var remedy = remedies.find(in.remedy()).orElseThrow();
        if (!decision.institution().equals(by.institution())) {
            return refused(RemedyRefusal.NOT_YOUR_INSTITUTION, decision.institution());
        }
        if (!remedy.isWaiting()) {
            return refused(RemedyRefusal.ALREADY_RESOLVED);
        }
        var mistakes = mistakes(in, remedy);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var leaveBy = leaveBy(in, remedy, decision);
        if (!remedies.resolve(in, leaveBy, decision.leaveBy(), by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        if (leaveBy != null) {
            decisions.extend(decision.id(), leaveBy);
        }
        journal.record(
                by,
                Entry.act(ResolveRemedy.class)
                        .on("remedy", in.remedy(), in.version() + 1)
                        .about(remedy.personId())
                        .because(in.note())
                        .with(Map.of(
                                "remedy",
                                remedies.find(in.remedy()).orElseThrow(),
                                "decision",
                                decisions.find(decision.id()).orElseThrow())));
        return done(decision.id());
    }

    /** The term to leave goes on where it was stopped; nothing when it was not stopped, or the decision falls. */
    private @Nullable LocalDate leaveBy(Input in, Remedy remedy, Decision decision) {
        var leaveBy = decision.leaveBy();
        return leaveBy != null && remedy.suspends() && in.result().leavesDecision() && decision.departedOn() == null
                ? term.goesOn(decision, leaveBy, remedy.filedOn(), in.resultOn())
                : null;
    }

    private List<Refusal> mistakes(Input in, Remedy remedy) {
        var mistakes = new ArrayList<Refusal>();
        if (in.resultOn().isBefore(remedy.filedOn())) {
            mistakes.add(Refusal.at(
                    "resultOn", RemedyRefusal.RESOLVED_BEFORE_FILED, LatvianDates.numeric(remedy.filedOn())));
        }
        if (in.resultOn().isAfter(LocalDate.now(clock))) {
            mistakes.add(Refusal.at("resultOn", RemedyRefusal.IN_FUTURE));
        }
        return mistakes;
    }
}
