package lv.vmis.register.decision;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Changes a draft that is with its preparer. */
@Action
public class ChangeDraft {

    /** @param version the version the official saw */
    public record Input(UUID decision, int version, Draft draft) {}

    private final Decisions decisions;
    private final DraftRules rules;
    private final BansOfDecision bans;
    private final Journal journal;
    private final Clock clock;

    ChangeDraft(Decisions decisions, DraftRules rules, BansOfDecision bans, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.rules = rules;
        this.bans = bans;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(DecisionRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        var blocked = Steps.withPreparer(decision, by);
        if (blocked != null) {
            return refused(blocked);
        }
        if (decision.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        if (decision.kind().isBan() != in.draft().kind().isBan()) {
            return refused(DecisionRefusal.DECISION_UNKNOWN);
        }
        var mistakes = rules.mistakes(decision.personId(), in.draft(), LocalDate.now(clock), by);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        decisions.change(decision.id(), in.draft());
        bans.plan(decision.id(), decision.personId(), in.draft().bans(), by);
        var changed = decisions.find(decision.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(ChangeDraft.class)
                        .on("decision", changed.id(), changed.version())
                        .about(changed.personId())
                        .under(in.draft().legalBasis())
                        .because(in.draft().reasons())
                        .with(States.of(changed, in.draft().bans())));
        return done(changed.id());
    }
}
