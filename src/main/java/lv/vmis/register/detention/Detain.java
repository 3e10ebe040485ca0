package lv.vmis.register.detention;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Units;
import lv.vmis.register.returns.Finding;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;

/** Detains a foreigner in a return case (Reg. 122 5.4): the Border Guard may hold him for some days by itself. */
@Action
public class Detain {

    /**
     * @param unit the unit of the Border Guard that detained
     * @param place where he was placed at once, if he was
     */
    public record Input(
            UUID caseId,
            Instant detainedAt,
            String ground,
            String unit,
            String circumstances,
            @Nullable String place) {}

    private final ReturnCases cases;
    private final Persons persons;
    private final Detentions detentions;
    private final LegalParameters parameters;
    private final Codes codes;
    private final Units units;
    private final Journal journal;
    private final Clock clock;

    Detain(
            ReturnCases cases,
            Persons persons,
            Detentions detentions,
            LegalParameters parameters,
            Codes codes,
            Units units,
            Journal journal,
            Clock clock) {
        this.cases = cases;
        this.persons = persons;
        this.detentions = detentions;
        this.parameters = parameters;
        this.codes = codes;
        this.units = units;
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
        if (detentions.hasLeft(in.caseId())) {
            return refused(DetentionRefusal.HAS_LEFT);
        }
        var mistakes = mistakes(in, person);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var law = DetentionLaw.on(Moments.day(in.detainedAt()), parameters);
        var id = detentions.add(in, person, in.detainedAt().plus(law.byGuard()), by, clock.instant());
        journal.record(
                by,
                Entry.act(Detain.class)
                        .on("detention", id, 0)
                        .about(person)
                        .because(in.circumstances())
                        .with(States.of(detentions, id)));
        return done(id);
    }

    private List<Refusal> mistakes(Input in, PersonId person) {
        var mistakes = new ArrayList<Refusal>();
        if (!DetentionLaw.isKnownOn(Moments.day(in.detainedAt()), parameters)) {
            return List.of(Refusal.at("detainedOn", DetentionRefusal.NO_LAW_THEN));
        }
        cases.findings(in.caseId()).stream()
                .map(Finding::foundOn)
                .min(LocalDate::compareTo)
                .filter(found -> found.isAfter(Moments.day(in.detainedAt())))
                .ifPresent(found -> mistakes.add(
                        Refusal.at("detainedOn", DetentionRefusal.BEFORE_FINDING, LatvianDates.numeric(found))));
        var day = Moments.day(in.detainedAt());
        if (in.detainedAt().isAfter(clock.instant())) {
            mistakes.add(Refusal.at("detainedOn", DetentionRefusal.IN_FUTURE));
        }
        var age = parameters.get("detention.age.min", day);
        var born = persons.bar(person).orElseThrow().birthDate();
        if (born.earliest()
                .plusYears(parameters.years("detention.age.min", day))
                .isAfter(day)) {
            mistakes.add(Refusal.of(DetentionRefusal.TOO_YOUNG, age.shown(), age.cited()));
        }
        for (var other : detentions.of(person)) {
            if (other.isHeld()) {
                mistakes.add(Refusal.of(DetentionRefusal.ALREADY_DETAINED, Moments.shown(other.detainedAt())));
            } else if (other.releasedAt() != null && other.releasedAt().isAfter(in.detainedAt())) {
                mistakes.add(Refusal.at(
                        "detainedOn",
                        DetentionRefusal.DETAINED_THEN,
                        Moments.shown(other.detainedAt()),
                        Moments.shown(other.releasedAt())));
            }
        }
        if (!codes.isInForce("detention_ground", in.ground(), day)) {
            mistakes.add(Refusal.at("ground", EdgeRefusal.NOT_IN_LIST));
        }
        if (units.of("VRS", day).stream().noneMatch(unit -> unit.code().equals(in.unit()))) {
            mistakes.add(Refusal.at("unit", EdgeRefusal.NOT_IN_LIST));
        }
        if (in.place() != null
                && units.places(day).stream().noneMatch(unit -> unit.code().equals(in.place()))) {
            mistakes.add(Refusal.at("place", DetentionRefusal.NOT_A_PLACE));
        }
        return mistakes;
    }
}
