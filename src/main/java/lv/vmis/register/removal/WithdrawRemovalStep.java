package lv.vmis.register.removal;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
     * @param also decisions about others, for whom the step was entered in the same act
     */
    public record Input(UUID decision, int place, int seen, String reason, Set<UUID> also) {
        public Input {
            also = Set.copyOf(also);
        }

        public Input(UUID decision, int place, int seen, String reason) {
            this(decision, place, seen, reason, Set.of());
        }
    }

    /** A step that goes: of whom, and what was entered of it. */
    private record Going(Decision decision, RemovalStep step, List<RemovalStep> history) {}

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
        // Always in the same order, so that two officials who withdraw for one family do not wait for each other.
        var ids = new TreeSet<>(in.also());
        ids.add(in.decision());
        var all = new LinkedHashMap<UUID, Decision>();
        for (var id : ids) {
            var found = decisions.locked(id);
            if (found.isEmpty()) {
                return refused(RemovalRefusal.DECISION_UNKNOWN);
            }
            all.put(id, found.get());
        }
        var history = steps.history(in.decision());
        var entered =
                history.stream().filter(step -> step.place() == in.place()).findFirst();
        if (entered.isEmpty()) {
            return refused(RemovalRefusal.STEP_UNKNOWN);
        }
        var going = new ArrayList<Going>();
        going.add(new Going(Objects.requireNonNull(all.get(in.decision())), entered.get(), history));
        var same = steps.enteredWith(in.decision(), in.place());
        for (var other : all.values()) {
            var place = same.get(other.id());
            if (place != null && in.also().contains(other.id())) {
                var past = steps.history(other.id());
                past.stream()
                        .filter(step -> step.place() == place)
                        .findFirst()
                        .ifPresent(step -> going.add(new Going(other, step, past)));
            }
        }
        if (going.size() < all.size()) {
            return refused(RemovalRefusal.NOT_ENTERED_TOGETHER);
        }
        var mistakes = new ArrayList<Refusal>();
        for (var one : going) {
            mistakes.addAll(mistakes(one.step(), one.history(), one.decision(), by).stream()
                    .map(mistake -> one.decision().id().equals(in.decision())
                            ? mistake
                            : Refusal.at(
                                    FoundTogether.field(one.decision().id()),
                                    mistake.code(),
                                    mistake.values().toArray()))
                    .toList());
        }
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        if (RemovalStep.seen(history) != in.seen()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        for (var one : going) {
            steps.withdraw(one.decision().id(), one.step().place(), in.reason(), by, clock.instant());
        }
        var decision = going.getFirst().decision();
        journal.record(
                by,
                Entry.act(WithdrawRemovalStep.class)
                        .on("decision", decision.id(), decision.version())
                        .about(going.stream()
                                .map(one -> one.decision().personId())
                                .distinct()
                                .toList())
                        .because(in.reason())
                        .with(Map.of(
                                "step",
                                entered.get(),
                                "steps",
                                steps.of(decision.id()),
                                "also",
                                going.stream().skip(1).map(Going::step).toList())));
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
        // Whoever found him unfit does not find him fit by taking it back.
        if (step.came("UNFIT") && steps.isEnteredBy(decision.id(), step.place(), by)) {
            return List.of(Refusal.of(RemovalRefusal.OWN_UNFIT));
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
