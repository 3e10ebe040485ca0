package lv.vmis.register.detention;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Units;
import lv.vmis.register.returns.Closings;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;

/**
 * Detains a foreigner in a return case (Reg. 122 5.4): the Border Guard may hold him for some days by itself, and a judge who has decided
 * before for longer.
 */
@Action
public class Detain {

    /**
     * @param unit the unit of the Border Guard that detained
     * @param lastResort of a minor: why no measure instead of detention is enough
     * @param ruling the decision of a judge by which he was detained; nothing where the Border Guard did so by itself
     * @param place where he was placed at once, if he was
     */
    public record Input(
            UUID caseId,
            Instant detainedAt,
            String ground,
            String unit,
            String circumstances,
            @Nullable String lastResort,
            RulingRules.@Nullable Ruling ruling,
            @Nullable String place) {

        /** By the Border Guard itself. */
        public Input(
                UUID caseId,
                Instant detainedAt,
                String ground,
                String unit,
                String circumstances,
                @Nullable String lastResort,
                @Nullable String place) {
            this(caseId, detainedAt, ground, unit, circumstances, lastResort, null, place);
        }

        /** Of an adult, by the Border Guard itself. */
        public Input(
                UUID caseId,
                Instant detainedAt,
                String ground,
                String unit,
                String circumstances,
                @Nullable String place) {
            this(caseId, detainedAt, ground, unit, circumstances, null, null, place);
        }
    }

    private final ReturnCases cases;
    private final Closings closings;
    private final Persons persons;
    private final Detentions detentions;
    private final DetentionRules rules;
    private final Units units;
    private final Searches searches;
    private final Journal journal;
    private final Clock clock;

    Detain(
            ReturnCases cases,
            Closings closings,
            Persons persons,
            Detentions detentions,
            DetentionRules rules,
            Units units,
            Searches searches,
            Journal journal,
            Clock clock) {
        this.cases = cases;
        this.closings = closings;
        this.persons = persons;
        this.detentions = detentions;
        this.rules = rules;
        this.units = units;
        this.searches = searches;
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
        var now = clock.instant();
        var planned = new DetentionRules.Planned(
                in.caseId(),
                person,
                null,
                now,
                in.detainedAt(),
                null,
                in.ground(),
                in.unit(),
                in.lastResort(),
                in.ruling());
        var mistakes = mistakes(in, planned);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var id = detentions.add(in, person, rules.firstTitle(planned), by, now);
        var state = States.of(detentions, id);
        // Who is detained was found.
        state.put("searchesEnded", searches.found(person, Moments.day(in.detainedAt()), in.circumstances(), by));
        journal.record(
                by,
                Entry.act(Detain.class)
                        .on("detention", id, 0)
                        .about(person)
                        .because(in.circumstances())
                        .with(state));
        return done(id);
    }

    private List<Refusal> mistakes(Input in, DetentionRules.Planned planned) {
        var mistakes = new ArrayList<>(rules.mistakes(planned));
        if (in.place() != null
                && units.places(Moments.day(in.detainedAt())).stream()
                        .noneMatch(unit -> unit.code().equals(in.place()))) {
            mistakes.add(Refusal.at("place", DetentionRefusal.NOT_A_PLACE));
        }
        return mistakes;
    }
}
