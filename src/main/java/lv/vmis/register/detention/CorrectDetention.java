package lv.vmis.register.detention;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Codes;
import org.jspecify.annotations.Nullable;

/** Corrects a detention that was entered wrongly; until when he may be held follows. What it said is kept. */
@Action
public class CorrectDetention {

    /**
     * What it is to say.
     *
     * @param version the version the official saw
     * @param lastResort of a minor: why no measure instead of detention is enough
     * @param releasedAt when he was released; nothing while he is held, as before
     */
    public record Input(
            UUID detention,
            int version,
            Instant detainedAt,
            String ground,
            String unit,
            String circumstances,
            @Nullable String lastResort,
            @Nullable Instant releasedAt,
            @Nullable String releaseReason,
            String why) {}

    private final Detentions detentions;
    private final DetentionRules rules;
    private final Persons persons;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    CorrectDetention(
            Detentions detentions, DetentionRules rules, Persons persons, Codes codes, Journal journal, Clock clock) {
        this.detentions = detentions;
        this.rules = rules;
        this.persons = persons;
        this.codes = codes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = detentions.find(in.detention());
        if (found.isEmpty()) {
            return refused(DetentionRefusal.DETENTION_UNKNOWN);
        }
        persons.lock(found.get().personId());
        var seen = detentions.find(in.detention()).orElseThrow();
        if (seen.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        var planned = new DetentionRules.Planned(
                seen.caseId(),
                seen.personId(),
                seen.id(),
                seen.enteredAt(),
                in.detainedAt(),
                in.releasedAt(),
                in.ground(),
                in.unit(),
                in.lastResort(),
                begunBy(seen));
        var mistakes = mistakes(in, seen, planned);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        detentions.correct(seen, in, rules.firstTitle(planned).untilAt(), by, clock.instant());
        var later = later(seen);
        journal.record(
                by,
                Entry.act(CorrectDetention.class)
                        .on("detention", seen.id(), seen.version() + 1)
                        .about(seen.personId())
                        .because(in.why())
                        .with(state(seen, later)));
        return done(seen.id());
    }

    private Map<String, Object> state(Detention seen, Map<UUID, Instant> later) {
        Map<String, Object> state = new LinkedHashMap<>(States.of(detentions, seen.id()));
        state.put("laterUntil", later);
        return state;
    }

    /** What the Border Guard used of its days then, it has no more in a later detention that still runs: until when that lasts follows. */
    private Map<UUID, Instant> later(Detention corrected) {
        var moved = new LinkedHashMap<UUID, Instant>();
        for (var one : detentions.of(corrected.personId())) {
            var titles = detentions.titles(one.id());
            if (one.isHeld()
                    && !one.id().equals(corrected.id())
                    && titles.getFirst().kind().equals(DetentionTitle.VRS)) {
                var until = rules.byGuardUntil(new DetentionRules.Planned(
                        one.caseId(),
                        one.personId(),
                        one.id(),
                        one.enteredAt(),
                        one.detainedAt(),
                        null,
                        one.ground(),
                        one.unit(),
                        one.lastResort(),
                        null));
                detentions.moveFirstTitle(one.id(), until);
                moved.put(one.id(), until);
            }
        }
        return moved;
    }

    /** The decision of a judge with which it began, if it did not begin with the Border Guard's own. */
    private RulingRules.@Nullable Ruling begunBy(Detention seen) {
        var first = detentions.titles(seen.id()).getFirst();
        return first.court() == null || first.number() == null || first.decidedOn() == null
                ? null
                : new RulingRules.Ruling(
                        first.kind().equals(DetentionTitle.COURT_EXTENSION),
                        first.court(),
                        first.number(),
                        first.decidedOn(),
                        first.untilAt());
    }

    private List<Refusal> mistakes(Input in, Detention seen, DetentionRules.Planned planned) {
        var mistakes = new ArrayList<>(rules.mistakes(planned));
        var placements = detentions.placements(seen.id());
        if (!placements.isEmpty() && placements.getFirst().placedAt().isBefore(in.detainedAt())) {
            mistakes.add(Refusal.at(
                    "detainedOn",
                    DetentionRefusal.AFTER_PLACEMENT,
                    Moments.shown(placements.getFirst().placedAt())));
        }
        detentions.titles(seen.id()).stream()
                .skip(planned.ruling() == null ? 0 : 1)
                .map(DetentionTitle::decidedOn)
                .filter(decided -> decided != null && decided.isBefore(Moments.day(in.detainedAt())))
                .findFirst()
                .ifPresent(_ -> mistakes.add(Refusal.at(
                        "detainedOn", DetentionRefusal.DECIDED_BEFORE_DETENTION, Moments.shown(in.detainedAt()))));
        release(in, seen, placements, mistakes);
        return mistakes;
    }

    private void release(Input in, Detention seen, List<Placement> placements, List<Refusal> mistakes) {
        var released = in.releasedAt();
        if ((released == null) != seen.isHeld()) {
            mistakes.add(Refusal.at("releasedOn", DetentionRefusal.RELEASE_NOT_CORRECTED));
            return;
        }
        if (released == null) {
            return;
        }
        if (released.isAfter(clock.instant())) {
            mistakes.add(Refusal.at("releasedOn", DetentionRefusal.IN_FUTURE));
        }
        if (!released.isAfter(in.detainedAt())) {
            mistakes.add(Refusal.at("releasedOn", DetentionRefusal.BEFORE_DETENTION, Moments.shown(in.detainedAt())));
        }
        if (!placements.isEmpty() && !released.isAfter(placements.getLast().placedAt())) {
            mistakes.add(Refusal.at(
                    "releasedOn",
                    DetentionRefusal.BEFORE_PLACEMENT,
                    Moments.shown(placements.getLast().placedAt())));
        }
        Rulings.notBefore(released, detentions.titles(seen.id())).ifPresent(mistakes::add);
        if (in.releaseReason() == null
                || !codes.isInForce("release_reason", in.releaseReason(), Moments.day(released))) {
            mistakes.add(Refusal.at("reason", EdgeRefusal.NOT_IN_LIST));
        }
        if (DetentionRules.REMOVED.equals(in.releaseReason()) && !DetentionRules.REMOVED.equals(seen.releaseReason())) {
            mistakes.add(Refusal.at("reason", DetentionRefusal.RELEASED_BY_REMOVAL));
        }
    }
}
