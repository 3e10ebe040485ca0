package lv.vmis.register.removal;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.Codes;

/** Withdraws a step of a removal that was entered by mistake: it stays in the history, struck through, and counts no more. */
@Action
public class WithdrawRemovalStep {

    /**
     * @param place the number of the step among those of the decision
     * @param seen what the official had before him, as a number
     */
    public record Input(UUID decision, int place, int seen, String reason) {}

    private final Decisions decisions;
    private final RemovalSteps steps;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    WithdrawRemovalStep(Decisions decisions, RemovalSteps steps, Codes codes, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.steps = steps;
        this.codes = codes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(RemovalRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        var history = steps.history(decision.id());
        var entered =
                history.stream().filter(step -> step.place() == in.place()).findFirst();
        if (entered.isEmpty()) {
            return refused(RemovalRefusal.STEP_UNKNOWN);
        }
        var step = entered.get();
        var mistakes = mistakes(step, history, decision, by);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        if (RemovalStep.seen(history) != in.seen()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        steps.withdraw(decision.id(), in.place(), in.reason(), by, clock.instant());
        journal.record(
                by,
                Entry.act(WithdrawRemovalStep.class)
                        .on("decision", decision.id(), decision.version())
                        .about(decision.personId())
                        .because(in.reason())
                        .with(Map.of("step", step, "steps", steps.of(decision.id()))));
        return done(decision.id());
    }

    private List<Refusal> mistakes(RemovalStep step, List<RemovalStep> history, Decision decision, Actor by) {
        if (!step.institution().equals(by.institution())) {
            return List.of(Refusal.of(RemovalRefusal.NOT_YOUR_INSTITUTION, step.institution()));
        }
        if (!step.stands()) {
            return List.of(Refusal.of(RemovalRefusal.ALREADY_WITHDRAWN));
        }
        var departed = steps.departedOn(decision.caseId());
        if (departed.isPresent()) {
            return List.of(Refusal.of(RemovalRefusal.WITHDRAWN_TOO_LATE, LatvianDates.numeric(departed.get())));
        }
        var resting = Footing.restingOn(
                step, history.stream().filter(RemovalStep::stands).toList());
        return resting.isEmpty()
                ? List.of()
                : List.of(Refusal.of(
                        RemovalRefusal.RESTED_ON,
                        new Bilingual(named(resting, Language.LV), named(resting, Language.EN))));
    }

    /** "Answer on the travel document (12.11.2026. 09:40)", one after the other. */
    private String named(List<RemovalStep> resting, Language language) {
        return resting.stream()
                .map(step -> {
                    var at = LocalDateTime.ofInstant(step.happenedAt(), RegisterClock.RIGA);
                    return "%s (%s %02d:%02d)"
                            .formatted(
                                    codes.text("removal_step", step.kind().name(), language),
                                    LatvianDates.numeric(at.toLocalDate()),
                                    at.getHour(),
                                    at.getMinute());
                })
                .collect(Collectors.joining("; "));
    }
}
