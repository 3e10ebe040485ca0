package lv.vmis.register.decision;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import lv.vmis.register.returns.Closings;
import lv.vmis.register.safeguard.Assessed;
import lv.vmis.register.safeguard.Safeguards;
import org.jspecify.annotations.Nullable;

/**
 * Confirms that the person has left under a decision. The bans of the decision run from that day by themselves, and who was taken away
 * is held no longer.
 */
@Action
public class ConfirmDeparture {

    /** The source that needs no other proof under an order: the Border Guard saw him leave. */
    static final String BORDER_GUARD = "VRS";

    static final String ASSISTED = "ASSISTED";

    /**
     * @param departedAt by the clock; asked for whoever is taken away (Regulation (EU) 2018/1860, Art. 6(1)(b))
     * @param source who told of it
     * @param assistance with an assisted return only
     * @param omitted what was not done before a removal by force, and why
     * @param note with what somebody who went by himself proves it, or else anything worth knowing
     */
    public record Input(
            UUID decision,
            LocalDate departedOn,
            @Nullable Instant departedAt,
            String crossingPoint,
            String destination,
            String returnType,
            String source,
            @Nullable String assistance,
            @Nullable String omitted,
            @Nullable String note) {

        public Input {
            if (departedAt != null
                    && !LocalDate.ofInstant(departedAt, RegisterClock.RIGA).equals(departedOn)) {
                throw new IllegalArgumentException("the time of a departure is on its day");
            }
        }

        /** A departure that the Border Guard saw. */
        public Input(
                UUID decision,
                LocalDate departedOn,
                String crossingPoint,
                String destination,
                String returnType,
                @Nullable String note) {
            this(decision, departedOn, null, crossingPoint, destination, returnType, BORDER_GUARD, null, null, note);
        }

        /** Whether the person was taken away, and did not go by himself. */
        public boolean goesByForce() {
            return DecisionKind.isForced(returnType);
        }
    }

    private final Decisions decisions;
    private final Departures departures;
    private final Closings closings;
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
            Departures departures,
            Closings closings,
            HeldPersons held,
            Safeguards safeguards,
            List<DepartureRule> rules,
            BorderCrossingPoints points,
            Destinations destinations,
            Codes codes,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.departures = departures;
        this.closings = closings;
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
        if (closings.isClosed(decision.caseId())) {
            return refused(DecisionRefusal.CASE_CLOSED);
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
        var gone = decisions.leftUnderAny(decision.id());
        if (gone.isPresent() && !in.departedOn().isBefore(gone.get())) {
            return refused(DecisionRefusal.LEFT_UNDER_OTHER, LatvianDates.numeric(gone.get()));
        }
        // The Border Guard carries out every removal (Reg. 454 p. 10).
        if (in.goesByForce() && !by.institution().equals("VRS")) {
            return refused(List.of(Refusal.at("returnType", DecisionRefusal.ONLY_BORDER_GUARD)));
        }
        var later = decisions.servedAfter(decision);
        if (later.isPresent()) {
            return refused(DecisionRefusal.LATER_SERVED, later.get());
        }
        // Who goes by himself was released before, at a time and for a reason of its own (Reg. 122 5.5.3, 5.5.4).
        var heldSince = in.goesByForce() ? Optional.<Instant>empty() : held.since(decision.personId());
        if (heldSince.isPresent()) {
            return refused(DecisionRefusal.PERSON_HELD, day(heldSince.get()));
        }
        var mistakes = mistakes(in, decision);
        if (in.goesByForce()) {
            mistakes.addAll(againstForce(in, decision));
        }
        rules.forEach(rule -> mistakes.addAll(rule.against(decision, in)));
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var now = clock.instant();
        // Whoever is taken away is held no longer from that moment on.
        var released = in.goesByForce() && in.departedAt() != null
                ? held.removed(decision.personId(), in.departedAt(), by, now)
                : List.<UUID>of();
        departures.add(decision, in, by, now);
        var left = decisions.find(decision.id()).orElseThrow();
        var state = States.of(left);
        state.put("departure", in);
        state.put("released", released);
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

    /** What holds back that somebody is taken away, in whichever of his cases it stands. */
    private List<Refusal> againstForce(Input in, Decision decision) {
        var mistakes = new ArrayList<Refusal>();
        if (decision.suspendedOn() != null) {
            mistakes.add(Refusal.at(
                    "returnType", DecisionRefusal.IS_SUSPENDED, LatvianDates.numeric(decision.suspendedOn())));
        }
        departures
                .suspendedElsewhere(decision.id())
                .ifPresent(other -> mistakes.add(Refusal.at(
                        "returnType",
                        DecisionRefusal.OTHER_SUSPENDED,
                        other.number(),
                        LatvianDates.numeric(other.suspendedOn()))));
        if (!decision.kind().allows(in.returnType())) {
            return mistakes;
        }
        var goesTo = decision.goesTo();
        if (goesTo == null) {
            mistakes.add(Refusal.at("destination", DecisionRefusal.DESTINATION_UNNAMED));
        } else if (!goesTo.equals(in.destination())) {
            // What threatens him was assessed of the State that the decision names.
            mistakes.add(destinations.notDecided(goesTo));
        }
        var answers = safeguards.on(decision.caseId(), in.departedOn());
        mistakes.addAll(unsafe(answers));
        var at = in.departedAt();
        if (at == null) {
            mistakes.add(Refusal.at("departedAt", DecisionRefusal.TIME_MISSING));
            return mistakes;
        }
        if (in.omitted() == null && answers.stream().allMatch(Assessed::isClear)) {
            answers.stream()
                    .map(Assessed::enteredAt)
                    .filter(entered -> entered != null && entered.isAfter(at))
                    .max(Instant::compareTo)
                    .ifPresent(entered ->
                            mistakes.add(Refusal.at("omitted", DecisionRefusal.SAFEGUARDS_LATE, moment(entered))));
        }
        held.lastRuled(decision.personId())
                .filter(in.departedOn()::isBefore)
                .ifPresent(ruled -> mistakes.add(
                        Refusal.at("departedOn", DecisionRefusal.RULED_LATER, LatvianDates.numeric(ruled))));
        held.lastMoved(decision.personId())
                .filter(moved -> !at.isAfter(moved))
                .ifPresent(moved -> mistakes.add(Refusal.at("departedAt", DecisionRefusal.MOVED_LATER, moment(moved))));
        return mistakes;
    }

    /** What the law protects is assessed before somebody is taken away (Directive 2008/115/EC, Art. 5 and 9). */
    private List<Refusal> unsafe(List<Assessed> answers) {
        var open = answers.stream().filter(one -> !one.isClear()).toList();
        return open.isEmpty()
                ? List.of()
                : List.of(Refusal.at(
                        "returnType",
                        DecisionRefusal.SAFEGUARDS_OPEN,
                        new Bilingual(named(open, Language.LV), named(open, Language.EN))));
    }

    private String named(List<Assessed> open, Language language) {
        return open.stream()
                .map(one -> codes.text("safeguard", one.question(), language)
                        + (one.elsewhere() == null ? "" : " (" + one.elsewhere() + ")"))
                .collect(Collectors.joining("; "));
    }

    private List<Refusal> mistakes(Input in, Decision decision) {
        var today = LocalDate.now(clock);
        var mistakes = new ArrayList<Refusal>();
        var servedOn = decision.servedOn();
        if (servedOn != null && in.departedOn().isBefore(servedOn)) {
            mistakes.add(
                    Refusal.at("departedOn", DecisionRefusal.DEPARTURE_BEFORE_SERVICE, LatvianDates.numeric(servedOn)));
        }
        if (in.departedOn().isAfter(today)) {
            mistakes.add(Refusal.at("departedOn", DecisionRefusal.DEPARTURE_IN_FUTURE));
        } else if (in.departedAt() != null && in.departedAt().isAfter(clock.instant())) {
            mistakes.add(Refusal.at("departedAt", DecisionRefusal.DEPARTURE_IN_FUTURE));
        }
        held.after(decision.personId(), in.departedOn(), in.departedAt())
                .ifPresent(then -> mistakes.add(
                        Refusal.at("departedOn", DecisionRefusal.HELD_THEN, day(then.from()), day(then.until()))));
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
        told(in, decision, today, mistakes);
        return mistakes;
    }

    /** Who told of it, and how it is proved that he went by himself. */
    private void told(Input in, Decision decision, LocalDate today, List<Refusal> mistakes) {
        if (!codes.isInForce("exit_source", in.source(), today)) {
            mistakes.add(Refusal.at("source", DecisionRefusal.SOURCE_NOT_IN_LIST));
        }
        var isProvedBySource =
                in.source().equals(BORDER_GUARD) && decision.kind().isOrder();
        if (!in.goesByForce() && !isProvedBySource && in.note() == null) {
            mistakes.add(Refusal.at("note", DecisionRefusal.PROOF_MISSING));
        }
        if (in.returnType().equals(ASSISTED)
                && (in.assistance() == null
                        || in.assistance().equals("NONE")
                        || !codes.isInForce("return_assistance", in.assistance(), today))) {
            mistakes.add(Refusal.at("assistance", DecisionRefusal.ASSISTANCE_MISSING));
        }
    }

    private static String moment(Instant moment) {
        return day(moment) + " " + LatvianDates.atTime(LocalTime.ofInstant(moment, RegisterClock.RIGA));
    }

    private static String day(Instant moment) {
        return LatvianDates.numeric(LocalDate.ofInstant(moment, RegisterClock.RIGA));
    }
}
