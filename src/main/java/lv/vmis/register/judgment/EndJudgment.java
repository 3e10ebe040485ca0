package lv.vmis.register.judgment;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Notes that expulsion imposed by a court is not to be carried out: set aside, pardoned, replaced (Reg. 454 p. 28). */
@Action
public class EndJudgment {

    public record Input(
            UUID decision,
            int version,
            LocalDate endedOn,
            String reason,
            @Nullable String note) {}

    private final Judgments judgments;
    private final Decisions decisions;
    private final Journal journal;
    private final Clock clock;

    EndJudgment(Judgments judgments, Decisions decisions, Journal journal, Clock clock) {
        this.judgments = judgments;
        this.decisions = decisions;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var decision = decisions.locked(in.decision());
        var found = judgments.find(in.decision());
        if (decision.isEmpty() || found.isEmpty()) {
            return refused(JudgmentRefusal.JUDGMENT_UNKNOWN);
        }
        if (!by.institution().equals("VRS")) {
            return refused(JudgmentRefusal.OF_BORDER_GUARD);
        }
        if (decision.get().departedOn() != null) {
            return refused(JudgmentRefusal.HAS_LEFT);
        }
        if (!found.get().isToBeCarriedOut()) {
            return refused(JudgmentRefusal.HAS_ENDED);
        }
        var inForce = found.get().inForceOn();
        if (in.endedOn().isBefore(inForce)) {
            return refused(
                    List.of(Refusal.at("endedOn", JudgmentRefusal.ENDED_BEFORE_FORCE, LatvianDates.numeric(inForce))));
        }
        if (!judgments.end(in, by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(EndJudgment.class)
                        .on("judgment", in.decision(), in.version() + 1)
                        .about(found.get().personId())
                        .because(in.note())
                        .with(Map.of("judgment", judgments.find(in.decision()).orElseThrow())));
        return done(in.decision());
    }
}
