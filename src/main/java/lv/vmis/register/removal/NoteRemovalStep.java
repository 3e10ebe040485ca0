package lv.vmis.register.removal;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.returns.Prisons;
import org.jspecify.annotations.Nullable;

/** Notes what was done to carry out a removal decision, for a family all at once (Reg. 454, p. 7–24). */
@Action
public class NoteRemovalStep {

    /**
     * @param also removals of those found together, for whom the same was done
     * @param seen what the official had before him, as a number
     * @param outcome what came of it, of the list of the kind
     * @param startsAt when the removal is to begin; only when its time is set
     * @param note in words; with a notice the reason why it is urgent
     * @param name the monitor or the head of the escort
     * @param present whether the monitor was present
     * @param amount in EUR, for each of the persons
     * @param trip where the transport that is booked goes, and when
     */
    public record Input(
            UUID decision,
            List<UUID> also,
            int seen,
            StepKind kind,
            Instant happenedAt,
            @Nullable String outcome,
            @Nullable String country,
            @Nullable String number,
            @Nullable Instant startsAt,
            @Nullable String escortEnd,
            @Nullable Integer escorts,
            @Nullable String language,
            @Nullable LocalDate untilOn,
            @Nullable String note,
            @Nullable String name,
            @Nullable Boolean present,
            @Nullable BigDecimal amount,
            @Nullable Trip trip) {}

    /** A journey that is booked. */
    public record Trip(String from, String to, Instant departsAt) {}

    private static final String TO_PLACE = "DESTINATION_PLACE";

    private final Decisions decisions;
    private final RemovalSteps steps;
    private final Prisons prisons;
    private final Codes codes;
    private final Countries countries;
    private final LegalParameters parameters;
    private final Journal journal;
    private final Clock clock;

    NoteRemovalStep(
            Decisions decisions,
            RemovalSteps steps,
            Prisons prisons,
            Codes codes,
            Countries countries,
            LegalParameters parameters,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.steps = steps;
        this.prisons = prisons;
        this.codes = codes;
        this.countries = countries;
        this.parameters = parameters;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        // Always in the same order, so that two officials who note for one family do not wait for each other.
        var ids = new TreeSet<>(in.also());
        ids.add(in.decision());
        var all = new ArrayList<Decision>();
        for (var id : ids) {
            var found = decisions.locked(id);
            if (found.isEmpty()) {
                return refused(RemovalRefusal.DECISION_UNKNOWN);
            }
            all.add(found.get());
        }
        if (RemovalStep.seen(steps.history(in.decision())) != in.seen()) {
            return refused(RemovalRefusal.DONE_MEANWHILE);
        }
        var together = steps.together(in.decision()).stream()
                .map(FoundTogether::decisionId)
                .toList();
        if (!together.containsAll(in.also())) {
            return refused(RemovalRefusal.NOT_FOUND_TOGETHER);
        }
        var mistakes = codes(in);
        for (var decision : all) {
            mistakes.addAll(mistakes(in, decision));
        }
        if (!mistakes.isEmpty()) {
            return refused(mistakes.stream().distinct().toList());
        }
        // One moment for all: by it the steps are known as entered in one act.
        var now = clock.instant();
        for (var decision : all) {
            steps.add(decision, in, starts(in, decision), by, now);
        }
        var first = decisions.find(in.decision()).orElseThrow();
        var state = new LinkedHashMap<String, Object>();
        state.put("step", in);
        state.put("steps", steps.of(in.decision()));
        journal.record(
                by,
                Entry.act(NoteRemovalStep.class)
                        .on("decision", first.id(), first.version())
                        .about(all.stream().map(Decision::personId).toList())
                        .under(first.legalBasis())
                        .because(in.note())
                        .with(state));
        return done(in.decision());
    }

    /** A notice tells the time that was set. */
    private @Nullable Instant starts(Input in, Decision decision) {
        if (in.kind() != StepKind.NOTIFIED) {
            return in.startsAt();
        }
        var scheduled = Readiness.scheduled(past(in, decision));
        return scheduled == null ? null : scheduled.startsAt();
    }

    /** What had been done before. */
    private List<RemovalStep> past(Input in, Decision decision) {
        return steps.of(decision.id()).stream()
                .filter(step -> !step.happenedAt().isAfter(in.happenedAt()))
                .toList();
    }

    private List<Refusal> codes(Input in) {
        var mistakes = new ArrayList<Refusal>();
        var day = day(in.happenedAt());
        var outcomes = in.kind().outcomes();
        if (outcomes != null && (in.outcome() == null || !codes.isInForce(outcomes, in.outcome(), day))) {
            mistakes.add(Refusal.at("outcome", EdgeRefusal.NOT_IN_LIST));
        }
        if (in.kind().asksState()
                && (in.country() == null || countries.find(in.country()).isEmpty())) {
            mistakes.add(Refusal.at("country", EdgeRefusal.NOT_IN_LIST));
        }
        if (in.language() != null && !codes.isInForce("language", in.language(), day)) {
            mistakes.add(Refusal.at("language", EdgeRefusal.NOT_IN_LIST));
        }
        if (in.escortEnd() != null && !codes.isInForce("escort_end", in.escortEnd(), day)) {
            mistakes.add(Refusal.at("escortEnd", EdgeRefusal.NOT_IN_LIST));
        }
        return mistakes;
    }

    private List<Refusal> mistakes(Input in, Decision decision) {
        if (!decision.kind().isRemoval()) {
            return List.of(Refusal.of(RemovalRefusal.NOT_A_REMOVAL));
        }
        var decidedFrom = decision.decidedFrom();
        if (decidedFrom == null) {
            return List.of(Refusal.of(RemovalRefusal.NOT_SIGNED));
        }
        if (decision.departedOn() != null && !in.kind().isKnownLater()) {
            return List.of(Refusal.of(RemovalRefusal.HAS_LEFT, LatvianDates.numeric(decision.departedOn())));
        }
        if (decision.cancelledOn() != null) {
            return List.of(Refusal.of(RemovalRefusal.IS_CANCELLED, LatvianDates.numeric(decision.cancelledOn())));
        }
        if (!decision.stands() && !in.kind().isKnownLater()) {
            return List.of(Refusal.of(RemovalRefusal.NOT_STANDING));
        }
        var mistakes = new ArrayList<Refusal>();
        if (in.happenedAt().isAfter(clock.instant())) {
            mistakes.add(Refusal.at("happenedOn", RemovalRefusal.IN_FUTURE));
        }
        if (in.happenedAt().isBefore(decidedFrom)) {
            mistakes.add(Refusal.at("happenedOn", RemovalRefusal.BEFORE_DECISION, moment(decidedFrom)));
        }
        var past = past(in, decision);
        if (in.untilOn() != null && in.untilOn().isBefore(day(in.happenedAt()))) {
            mistakes.add(Refusal.at("untilOn", RemovalRefusal.UNTIL_PAST));
        }
        switch (in.kind()) {
            case DOCUMENT_ANSWERED -> asked(past, StepKind.DOCUMENT_REQUESTED, mistakes);
            case READMISSION_ANSWERED -> asked(past, StepKind.READMISSION_REQUESTED, mistakes);
            case SCHEDULED -> schedule(in, decision, past, mistakes);
            case NOTIFIED -> notice(in, past, mistakes);
            case FAILED -> {
                if (Readiness.scheduled(past) == null) {
                    mistakes.add(Refusal.of(RemovalRefusal.NOT_SCHEDULED));
                }
            }
            case MONITORED -> {
                if ("OTHER".equals(in.outcome()) && in.note() == null) {
                    mistakes.add(Refusal.at("note", RemovalRefusal.BODY_NOT_NAMED));
                }
            }
            case TRANSPORT_BOOKED -> {
                if (in.trip() == null || !in.trip().departsAt().isAfter(in.happenedAt())) {
                    mistakes.add(Refusal.at("departsOn", RemovalRefusal.DEPARTS_BEFORE));
                }
            }
            case DOCUMENT_REQUESTED,
                    READMISSION_REQUESTED,
                    MEDICAL_CHECK,
                    ESCORT_NAMED,
                    ALLOWANCE_PAID,
                    POSTPONED,
                    COST -> {}
        }
        return mistakes;
    }

    private static void asked(List<RemovalStep> past, StepKind question, List<Refusal> mistakes) {
        if (Readiness.last(past, question) == null) {
            mistakes.add(Refusal.of(RemovalRefusal.NOT_ASKED));
        }
    }

    private void schedule(Input in, Decision decision, List<RemovalStep> past, List<Refusal> mistakes) {
        if (decision.suspendedOn() != null) {
            mistakes.add(Refusal.of(RemovalRefusal.IS_SUSPENDED, LatvianDates.numeric(decision.suspendedOn())));
        }
        var start = in.startsAt();
        if (start == null || !start.isAfter(in.happenedAt())) {
            mistakes.add(Refusal.at("startsOn", RemovalRefusal.STARTS_BEFORE));
            return;
        }
        if (prisons.on(decision.personId(), day(start)).isPresent()) {
            mistakes.add(Refusal.at("startsOn", RemovalRefusal.IN_PRISON));
        }
        if (decision.goesTo() == null) {
            mistakes.add(Refusal.of(RemovalRefusal.DESTINATION_UNNAMED));
        }
        // Reg. 454 p. 11.4: on to a place in the State of destination only who is vulnerable.
        if (TO_PLACE.equals(in.escortEnd()) && !steps.isVulnerable(decision.id(), day(start))) {
            mistakes.add(Refusal.at("escortEnd", RemovalRefusal.NOT_VULNERABLE));
        }
        var postponed = Readiness.last(past, StepKind.POSTPONED);
        var until = postponed == null ? null : postponed.untilOn();
        if (until != null && day(start).isBefore(until)) {
            mistakes.add(Refusal.at("startsOn", RemovalRefusal.STILL_POSTPONED, LatvianDates.numeric(until)));
        }
    }

    /** Reg. 454 p. 21 and 21¹: twelve hours before at least, in urgent cases one, with the reason. */
    private void notice(Input in, List<RemovalStep> past, List<Refusal> mistakes) {
        var scheduled = Readiness.scheduled(past);
        if (scheduled == null || scheduled.startsAt() == null) {
            mistakes.add(Refusal.of(RemovalRefusal.NOT_SCHEDULED));
            return;
        }
        var before = Duration.between(in.happenedAt(), scheduled.startsAt());
        var day = day(in.happenedAt());
        if (before.compareTo(parameters.duration("removal.notice.short", day)) < 0) {
            var rule = parameters.get("removal.notice.short", day);
            mistakes.add(Refusal.at("happenedAt", RemovalRefusal.TOLD_TOO_LATE, rule.shown(), rule.cited()));
        } else if (in.note() == null && before.compareTo(parameters.duration("removal.notice", day)) < 0) {
            var rule = parameters.get("removal.notice", day);
            mistakes.add(Refusal.at("note", RemovalRefusal.URGENT_WITHOUT_REASON, rule.shown(), rule.cited()));
        }
    }

    private static String moment(Instant moment) {
        return LatvianDates.numeric(day(moment)) + " "
                + LatvianDates.atTime(LocalTime.ofInstant(moment, RegisterClock.RIGA));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, RegisterClock.RIGA);
    }
}
