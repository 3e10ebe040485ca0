package lv.vmis.register.detention;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.returns.Closings;
import lv.vmis.register.returns.ReturnCases;

/** Applies a measure instead of detention (Reg. 122 5.6): to somebody who is not held, or not any more. */
@Action
public class ApplyAlternative {

    /** @param terms where, when and how it is fulfilled */
    public record Input(UUID caseId, String kind, LocalDate appliedOn, String terms) {}

    private final ReturnCases cases;
    private final Closings closings;
    private final Persons persons;
    private final Detentions detentions;
    private final AlternativeMeasures measures;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    ApplyAlternative(
            ReturnCases cases,
            Closings closings,
            Persons persons,
            Detentions detentions,
            AlternativeMeasures measures,
            Codes codes,
            Journal journal,
            Clock clock) {
        this.cases = cases;
        this.closings = closings;
        this.persons = persons;
        this.detentions = detentions;
        this.measures = measures;
        this.codes = codes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = cases.find(in.caseId());
        if (found.isEmpty()) {
            return refused(DetentionRefusal.CASE_UNKNOWN);
        }
        var person = found.get().personId();
        persons.lock(person);
        if (closings.isClosed(in.caseId())) {
            return refused(DetentionRefusal.CASE_CLOSED);
        }
        if (detentions.hasLeft(in.caseId())) {
            return refused(DetentionRefusal.HAS_LEFT);
        }
        var mistakes = mistakes(in, person);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var id = measures.add(in, person, by, clock.instant());
        journal.record(
                by,
                Entry.act(ApplyAlternative.class)
                        .on("alternative_measure", id, 0)
                        .about(person)
                        .because(in.terms())
                        .with(Map.of("measure", measures.find(id).orElseThrow())));
        return done(id);
    }

    private List<Refusal> mistakes(Input in, PersonId person) {
        var mistakes = new ArrayList<Refusal>();
        detentions.of(person).stream()
                .filter(Detention::isHeld)
                .findFirst()
                .ifPresent(held ->
                        mistakes.add(Refusal.of(DetentionRefusal.STILL_DETAINED, Moments.shown(held.detainedAt()))));
        detentions.of(person).stream()
                .filter(other -> other.wasHeldAllDay(in.appliedOn()))
                .findFirst()
                .ifPresent(other -> mistakes.add(
                        Refusal.at("appliedOn", DetentionRefusal.HELD_THEN, Moments.shown(other.detainedAt()))));
        if (in.appliedOn().isAfter(LocalDate.now(clock))) {
            mistakes.add(Refusal.at("appliedOn", DetentionRefusal.IN_FUTURE));
        }
        if (!codes.isInForce("alternative_kind", in.kind(), in.appliedOn())) {
            mistakes.add(Refusal.at("kind", EdgeRefusal.NOT_IN_LIST));
        }
        if (measures.of(person).stream()
                .anyMatch(other -> other.endedOn() == null && other.kind().equals(in.kind()))) {
            mistakes.add(Refusal.at("kind", DetentionRefusal.ALREADY_APPLIED));
        }
        return mistakes;
    }
}
