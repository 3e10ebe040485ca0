package lv.vmis.register.followup;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Corrects a follow-up decision that waits for a signature, by whoever prepared it; what it is about stays. */
@Action
public class ChangeFollowUp {

    /**
     * @param version the version the official saw
     * @param text the whole text as it is to be
     */
    public record Input(UUID followUp, int version, PrepareFollowUp.Input text) {}

    private final FollowUps followUps;
    private final FollowUpSteps steps;
    private final FollowUpRules rules;
    private final Journal journal;
    private final Clock clock;

    ChangeFollowUp(FollowUps followUps, FollowUpSteps steps, FollowUpRules rules, Journal journal, Clock clock) {
        this.followUps = followUps;
        this.steps = steps;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return steps.own(in.followUp(), by).then(seen -> {
            if (seen.version() != in.version()) {
                return refused(EdgeRefusal.CHANGED_MEANWHILE);
            }
            var text = in.text();
            if (!text.decision().equals(seen.decisionId()) || !Objects.equals(text.ban(), seen.banId())) {
                return refused(FollowUpRefusal.TARGET_STAYS);
            }
            var mistakes = rules.mistakes(text, followUps.target(seen), LocalDate.now(clock), by);
            if (!mistakes.isEmpty()) {
                return refused(mistakes);
            }
            followUps.change(seen.id(), text);
            journal.record(
                    by,
                    Entry.act(ChangeFollowUp.class)
                            .on("follow_up", seen.id(), seen.version() + 1)
                            .about(seen.personId())
                            .under(text.legalBasis())
                            .because(text.reasons())
                            .with(Map.of("followUp", followUps.find(seen.id()).orElseThrow())));
            return done(seen.id());
        });
    }
}
