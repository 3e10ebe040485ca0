package lv.vmis.register.following;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is to tell of a person: his bans and departures. Events are what lies between two of them. */
record Standing(Map<UUID, Ban> bans, Map<UUID, LocalDate> departures) {

    static final Standing NOTHING = new Standing(Map.of(), Map.of());

    Standing {
        bans = new TreeMap<>(bans);
        departures = new TreeMap<>(departures);
    }

    /** How far a ban is. */
    enum State {
        /** It waits for the departure. */
        WAITING,
        IN_FORCE,
        SUSPENDED,
        /** It has run out or was cancelled. */
        ENDED
    }

    /** A ban as an event tells it. */
    record Ban(
            String territory,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean indefinite,
            State state) {

        boolean hasEnded() {
            return state == State.ENDED;
        }

        private Ban ended() {
            return new Ban(territory, from, until, indefinite, State.ENDED);
        }
    }

    /** The events after which whoever knew this knows the other. A ban that was over before anything was told of it is never told. */
    List<Happened> until(Standing now) {
        var happened = new ArrayList<Happened>();
        var all = new TreeSet<>(bans.keySet());
        all.addAll(now.bans.keySet());
        for (var id : all) {
            var before = bans.get(id);
            var after = now.bans.get(id);
            if (before == null && after != null && !after.hasEnded()) {
                happened.add(Happened.of(EventType.BAN_SET, after));
            } else if (before != null && !before.hasEnded() && (after == null || after.hasEnded())) {
                happened.add(Happened.of(EventType.BAN_ENDED, after == null ? before.ended() : after));
            } else if (before != null && after != null && !after.hasEnded() && !before.equals(after)) {
                happened.add(Happened.of(before.hasEnded() ? EventType.BAN_SET : EventType.BAN_CHANGED, after));
            }
        }
        now.departures.forEach((id, day) -> {
            if (!departures.containsKey(id)) {
                happened.add(Happened.of(day));
            }
        });
        return happened;
    }

    /** An event before it has a place in the feed. */
    record Happened(
            EventType type, @Nullable Ban ban, @Nullable LocalDate leftOn) {

        private static Happened of(EventType type, Ban ban) {
            return new Happened(type, ban, null);
        }

        private static Happened of(LocalDate leftOn) {
            return new Happened(EventType.DEPARTURE_CONFIRMED, null, leftOn);
        }
    }
}
