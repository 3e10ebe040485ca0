package lv.vmis.register.decision;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.detention.HeldPersons;
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
import lv.vmis.register.reference.BorderCrossingPoints;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.safeguard.Assessed;
import lv.vmis.register.safeguard.Safeguards;
import org.jspecify.annotations.Nullable;

/** Confirms that the person has left under a decision. The bans of the decision run from that day by themselves. */
@Action
public class ConfirmDeparture {

    public record Input(
            UUID decision,
            LocalDate departedOn,
            String crossingPoint,
            String destination,
            String returnType,
            @Nullable String note) {}

    private final Decisions decisions;
    private final HeldPersons held;
    private final Safeguards safeguards;
    private final List<DepartureRule> rules;
    private final BorderCrossingPoints points;
    private final Destinations destinations;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    ConfirmDeparture(
            Decisions decisions,
            HeldPersons held,
            Safeguards safeguards,
            List<DepartureRule> rules,
            BorderCrossingPoints points,
            Destinations destinations,
            Codes codes,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.held = held;
        this.safeguards = safeguards;
        this.rules = rules;
        this.points = points;
        this.destinations = destinations;
        this.codes = codes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(DecisionRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        var decidedOn = decision.decidedOn();
        if (decidedOn == null) {
            return refused(DecisionRefusal.NOT_SIGNED);
        }
        if (decision.kind().isBan()) {
            return refused(DecisionRefusal.NOBODY_LEAVES_UNDER_BAN);
        }
        if (decision.cancelledOn() != null) {
            return refused(DecisionRefusal.IS_CANCELLED, LatvianDates.numeric(decision.cancelledOn()));
        }
        if (decision.servedOn() == null) {
            return refused(DecisionRefusal.NOT_SERVED);
        }
        if (decision.departedOn() != null) {
            return refused(DecisionRefusal.ALREADY_DEPARTED, LatvianDates.numeric(decision.departedOn()));
        }
        if (decisions.hasLeft(decision.caseId())) {
            return refused(DecisionRefusal.HAS_LEFT);
        }
        var later = decisions.servedAfter(decision);
        if (later.isPresent()) {
            return refused(DecisionRefusal.LATER_SERVED, later.get());
        }
        // His release has a time and a reason of its own (Reg. 122 5.5.3, 5.5.4): it is entered, not guessed.
        var heldSince = held.since(decision.personId());
        if (heldSince.isPresent()) {
            return refused(
                    DecisionRefusal.PERSON_HELD,
                    LatvianDates.numeric(LocalDate.ofInstant(heldSince.get(), RegisterClock.RIGA)));
        }
        var mistakes = mistakes(in, decision, decidedOn);
        if (decision.suspendedOn() != null && DecisionKind.isForced(in.returnType())) {
            mistakes.add(Refusal.at(
                    "returnType", DecisionRefusal.IS_SUSPENDED, LatvianDates.numeric(decision.suspendedOn())));
        }
        if (decision.kind().allows(in.returnType()) && DecisionKind.isForced(in.returnType())) {
            mistakes.addAll(unsafe(decision.caseId(), in.departedOn()));
            rules.forEach(rule -> mistakes.addAll(rule.againstForce(decision, in.departedOn())));
        }
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        decisions.depart(decision, in, by, clock.instant());
        var left = decisions.find(decision.id()).orElseThrow();
        var state = States.of(left);
        state.put("departure", in);
        state.put("bans", decisions.bans(left.id()));
        journal.record(
                by,
                Entry.act(ConfirmDeparture.class)
                        .on("decision", left.id(), left.version())
                        .about(left.personId())
                        .under(left.legalBasis())
                        .because(in.note())
                        .with(state));
        return done(left.id());
    }

    /** What the law protects is assessed before somebody is taken away (Directive 2008/115/EC, Art. 5 and 9). */
    private List<Refusal> unsafe(UUID caseId, LocalDate day) {
        var open = safeguards.on(caseId, day).stream()
                .filter(one -> !one.isClear())
                .map(Assessed::question)
                .toList();
        return open.isEmpty()
                ? List.of()
                : List.of(Refusal.at(
                        "returnType",
                        DecisionRefusal.SAFEGUARDS_OPEN,
                        new Bilingual(named(open, Language.LV), named(open, Language.EN))));
    }

    private String named(List<String> questions, Language language) {
        return questions.stream()
                .map(question -> codes.text("safeguard", question, language))
                .collect(Collectors.joining("; "));
    }

    private List<Refusal> mistakes(Input in, Decision decision, LocalDate decidedOn) {
        var today = LocalDate.now(clock);
        var mistakes = new ArrayList<Refusal>();
        if (in.departedOn().isBefore(decidedOn)) {
            mistakes.add(Refusal.at(
                    "departedOn", DecisionRefusal.DEPARTURE_BEFORE_DECISION, LatvianDates.numeric(decidedOn)));
        }
        if (in.departedOn().isAfter(today)) {
            mistakes.add(Refusal.at("departedOn", DecisionRefusal.DEPARTURE_IN_FUTURE));
        }
        if (points.usable(in.departedOn()).stream()
                .noneMatch(point -> point.code().equals(in.crossingPoint()))) {
            mistakes.add(Refusal.at(
                    "crossingPoint", DecisionRefusal.CROSSING_POINT_CLOSED, LatvianDates.numeric(in.departedOn())));
        }
        destinations
                .mistake(in.destination(), decision.personId(), in.departedOn())
                .ifPresent(mistakes::add);
        if (!codes.isInForce("return_type", in.returnType(), today)) {
            mistakes.add(Refusal.at("returnType", DecisionRefusal.RETURN_TYPE_NOT_IN_LIST));
        } else if (!decision.kind().allows(in.returnType())) {
            mistakes.add(Refusal.at("returnType", DecisionRefusal.RETURN_TYPE_NOT_FOR_KIND));
        }
        return mistakes;
    }
}
