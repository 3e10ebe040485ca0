package lv.vmis.register.judgment;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Notes what a prison tells: placement, transfer, day of release (Reg. 454 p. 25–29). */
@Action
public class ChangeImprisonment {

    public record Input(UUID decision, int version, Imprisonment imprisonment) {}

    private final Judgments judgments;
    private final Decisions decisions;
    private final Journal journal;
    private final Clock clock;

    ChangeImprisonment(Judgments judgments, Decisions decisions, Journal journal, Clock clock) {
        this.judgments = judgments;
        this.decisions = decisions;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var decision = decisions.locked(in.decision());
        var before = judgments.find(in.decision());
        if (decision.isEmpty() || before.isEmpty()) {
            return refused(JudgmentRefusal.JUDGMENT_UNKNOWN);
        }
        if (!by.institution().equals("VRS")) {
            return refused(JudgmentRefusal.OF_BORDER_GUARD);
        }
        if (decision.get().departedOn() != null) {
            return refused(JudgmentRefusal.HAS_LEFT);
        }
        if (!before.get().isToBeCarriedOut()) {
            return refused(JudgmentRefusal.HAS_ENDED);
        }
        var mistakes = Judgments.mistakes(in.imprisonment());
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        if (!judgments.change(in.decision(), in.version(), in.imprisonment(), by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(ChangeImprisonment.class)
                        .on("judgment", in.decision(), in.version() + 1)
                        .about(before.get().personId())
                        .with(Map.of(
                                "before",
                                before.get(),
                                "after",
                                judgments.find(in.decision()).orElseThrow())));
        return done(in.decision());
    }
}
