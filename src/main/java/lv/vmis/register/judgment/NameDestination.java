package lv.vmis.register.judgment;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.Destinations;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;

/** Names the State to which a person is expelled under a judgment that names none (Reg. 454 p. 7); what threatens him there is assessed after that. */
@Action
public class NameDestination {

    /** @param version the version the official saw */
    public record Input(UUID decision, int version, String destination) {}

    private final Judgments judgments;
    private final Decisions decisions;
    private final Destinations destinations;
    private final Journal journal;
    private final Clock clock;

    NameDestination(Judgments judgments, Decisions decisions, Destinations destinations, Journal journal, Clock clock) {
        this.judgments = judgments;
        this.decisions = decisions;
        this.destinations = destinations;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var decision = decisions.locked(in.decision());
        var found = judgments.find(in.decision());
        if (decision.isEmpty() || found.isEmpty()) {
            return refused(JudgmentRefusal.JUDGMENT_UNKNOWN);
        }
        var before = found.get();
        if (!by.institution().equals("VRS")) {
            return refused(JudgmentRefusal.OF_BORDER_GUARD);
        }
        if (decision.get().departedOn() != null) {
            return refused(JudgmentRefusal.HAS_LEFT);
        }
        if (!before.isToBeCarriedOut()) {
            return refused(JudgmentRefusal.HAS_ENDED);
        }
        if (before.decidedDestination() != null) {
            return refused(JudgmentRefusal.COURT_NAMED_STATE);
        }
        if (in.destination().equals(before.namedDestination())) {
            return refused(List.of(Refusal.at("destination", JudgmentRefusal.SAME_STATE)));
        }
        var mistake = destinations.mistake(in.destination(), before.personId(), LocalDate.now(clock));
        if (mistake.isPresent()) {
            return refused(List.of(mistake.get()));
        }
        if (!judgments.name(in.decision(), in.version(), in.destination(), by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(NameDestination.class)
                        .on("judgment", in.decision(), in.version() + 1)
                        .about(before.personId())
                        .with(Map.of(
                                "before",
                                before,
                                "after",
                                judgments.find(in.decision()).orElseThrow())));
        return done(in.decision());
    }
}
