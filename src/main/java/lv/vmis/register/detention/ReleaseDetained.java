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
import lv.vmis.register.reference.Codes;
import org.jspecify.annotations.Nullable;

/** Releases a detained foreigner (Reg. 122 5.5.3, 5.5.4). */
@Action
public class ReleaseDetained {

    /** @param version the version the official saw */
    public record Input(
            UUID detention,
            int version,
            Instant releasedAt,
            String reason,
            @Nullable String note) {}

    private final Detentions detentions;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    ReleaseDetained(Detentions detentions, Codes codes, Journal journal, Clock clock) {
        this.detentions = detentions;
        this.codes = codes;
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
        if (!detentions.release(seen, in.version(), in.releasedAt(), in.reason(), in.note(), by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(ReleaseDetained.class)
                        .on("detention", seen.id(), in.version() + 1)
                        .about(seen.personId())
                        .because(in.note())
                        .with(States.of(detentions, seen.id())));
        return done(seen.id());
    }

    private List<Refusal> mistakes(Input in, Detention seen) {
        var mistakes = new ArrayList<Refusal>();
        if (in.releasedAt().isAfter(clock.instant())) {
            mistakes.add(Refusal.at("releasedOn", DetentionRefusal.IN_FUTURE));
        }
        if (!in.releasedAt().isAfter(seen.detainedAt())) {
            mistakes.add(Refusal.at("releasedOn", DetentionRefusal.BEFORE_DETENTION, Moments.shown(seen.detainedAt())));
        }
        var placements = detentions.placements(seen.id());
        if (!placements.isEmpty()
                && !in.releasedAt().isAfter(placements.getLast().placedAt())) {
            mistakes.add(Refusal.at(
                    "releasedOn",
                    DetentionRefusal.BEFORE_PLACEMENT,
                    Moments.shown(placements.getLast().placedAt())));
        }
        Rulings.notBefore(in.releasedAt(), detentions.titles(seen.id())).ifPresent(mistakes::add);
        if (!codes.isInForce("release_reason", in.reason(), Moments.day(in.releasedAt()))) {
            mistakes.add(Refusal.at("reason", EdgeRefusal.NOT_IN_LIST));
        }
        if (in.reason().equals(DetentionRules.REMOVED)) {
            mistakes.add(Refusal.at("reason", DetentionRefusal.RELEASED_BY_REMOVAL));
        }
        return mistakes;
    }
}
