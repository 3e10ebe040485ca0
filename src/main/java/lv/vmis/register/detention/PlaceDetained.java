package lv.vmis.register.detention;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Units;

/** Places a detained foreigner in a centre or in specially equipped premises, or moves him (Reg. 122 5.5.1, 5.5.2). */
@Action
public class PlaceDetained {

    /** @param version the version the official saw */
    public record Input(UUID detention, int version, String place, Instant placedAt) {}

    private final Detentions detentions;
    private final Units units;
    private final Journal journal;
    private final Clock clock;

    PlaceDetained(Detentions detentions, Units units, Journal journal, Clock clock) {
        this.detentions = detentions;
        this.units = units;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return detentions.locked(in.detention()).then(seen -> run(in, seen, by));
    }

    private Outcome<UUID> run(Input in, Detention seen, Actor by) {
        var mistakes = mistakes(in, seen);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        if (!detentions.move(seen, in.version(), new Placement(in.place(), in.placedAt()), by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(PlaceDetained.class)
                        .on("detention", seen.id(), in.version() + 1)
                        .about(seen.personId())
                        .with(States.of(detentions, seen.id())));
        return done(seen.id());
    }

    private List<Refusal> mistakes(Input in, Detention seen) {
        var mistakes = new ArrayList<Refusal>();
        if (units.places(Moments.day(in.placedAt())).stream()
                .noneMatch(unit -> unit.code().equals(in.place()))) {
            mistakes.add(Refusal.at("place", DetentionRefusal.NOT_A_PLACE));
        }
        if (in.placedAt().isAfter(clock.instant())) {
            mistakes.add(Refusal.at("placedOn", DetentionRefusal.IN_FUTURE));
        }
        if (in.placedAt().isBefore(seen.detainedAt())) {
            mistakes.add(Refusal.at("placedOn", DetentionRefusal.BEFORE_DETENTION, Moments.shown(seen.detainedAt())));
        }
        var placements = detentions.placements(seen.id());
        if (!placements.isEmpty()) {
            var last = placements.getLast();
            if (!in.placedAt().isAfter(last.placedAt())) {
                mistakes.add(Refusal.at("placedOn", DetentionRefusal.BEFORE_PLACEMENT, Moments.shown(last.placedAt())));
            }
            if (last.place().equals(in.place())) {
                mistakes.add(Refusal.at("place", DetentionRefusal.ALREADY_THERE));
            }
        }
        return mistakes;
    }
}
