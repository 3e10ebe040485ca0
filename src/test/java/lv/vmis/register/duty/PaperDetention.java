package lv.vmis.register.duty;

import static lv.vmis.register.duty.ProcedureModel.RIGA;
import static lv.vmis.register.duty.ProcedureModel.day;
import static lv.vmis.register.duty.ProcedureModel.isPlace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lv.vmis.register.duty.ProcedureModel.Official;
import org.jspecify.annotations.Nullable;

/** Somebody detained. */
final class PaperDetention {
    @Nullable
    UUID id;

    final PaperCase of;
    final Instant from;
    final String ground;
    /** Until when the Border Guard holds him by itself. */
    final Instant byGuard;

    Instant until;
    /** What judges ruled, in order: until when he was held before each, and who entered it. */
    final List<Ruling> rulings = new ArrayList<>();

    record Ruling(Instant before, LocalDate decided, Official by) {}

    @Nullable
    Instant released;

    /** Under which decision he was taken away from it. */
    @Nullable
    Paper releasedBy;

    @Nullable
    Instant placedAt;

    @Nullable
    String place;

    PaperDetention(PaperCase of, Instant from, String ground, Instant byGuard, @Nullable String place) {
        this.of = of;
        this.from = from;
        this.ground = ground;
        this.byGuard = byGuard;
        this.until = byGuard;
        this.place = place;
        this.placedAt = place == null ? null : from;
    }

    /** The end of so many months in all, times in which he was held before in the procedure counted. */
    Instant end(int months) {
        var before = of.heldBefore(from)
                .map(other -> Duration.between(other.from, other.released()))
                .reduce(Duration.ZERO, Duration::plus);
        return from.minus(before).atZone(RIGA).plusMonths(months).toInstant();
    }

    Instant released() {
        return Objects.requireNonNull(released);
    }

    /** When he was detained or moved last. */
    Instant lastMoved() {
        return placedAt == null ? from : placedAt;
    }

    /** Whether he was held until later than the day, or than the moment of it. */
    boolean isHeldAfter(LocalDate on, @Nullable Instant at) {
        return released != null
                && !day(from).isAfter(on)
                && (day(released).isAfter(on) || (at != null && released.isAfter(at)));
    }

    Set<String> move(String to, Instant at, Instant now) {
        if (released != null) {
            return Set.of("ALREADY_RELEASED");
        }
        var why = new TreeSet<String>();
        if (!isPlace(to, day(at))) {
            why.add("NOT_A_PLACE");
        }
        if (at.isAfter(now)) {
            why.add("IN_FUTURE");
        }
        if (at.isBefore(from)) {
            why.add("BEFORE_DETENTION");
        }
        if (placedAt != null && !at.isAfter(placedAt)) {
            why.add("BEFORE_PLACEMENT");
        }
        if (to.equals(place)) {
            why.add("ALREADY_THERE");
        }
        if (why.isEmpty()) {
            place = to;
            placedAt = at;
        }
        return why;
    }

    Set<String> extend(boolean isExceptional, LocalDate decided, Instant to, Official by) {
        if (released != null) {
            return Set.of("ALREADY_RELEASED");
        }
        var why = new TreeSet<String>();
        if (decided.isBefore(day(from))) {
            why.add("DECIDED_BEFORE_DETENTION");
        }
        if (decided.isAfter(day(until))) {
            why.add("DECIDED_TOO_LATE");
        }
        if (!to.isAfter(until)) {
            why.add("NOT_LONGER");
        } else if (to.isAfter(end(18))) {
            why.add("LONGER_THAN_LONGEST");
        } else if (isExceptional && minute(until).isBefore(minute(end(6)))) {
            why.add("EXTENSION_BEFORE_TOTAL");
        } else if (!isExceptional && to.isAfter(end(6))) {
            why.add("LONGER_THAN_TOTAL");
        } else if (!isExceptional && to.isAfter(until.atZone(RIGA).plusMonths(2).toInstant())) {
            why.add("LONGER_THAN_ONCE");
        }
        if (why.isEmpty()) {
            rulings.add(new Ruling(until, decided, by));
            until = to;
        }
        return why;
    }

    private static Instant minute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }

    /** The last ruling was never made. */
    Set<String> withdrawRuling(Official by, boolean isStale) {
        if (!by.institution().equals("VRS")) {
            return Set.of("RULING_OF_GUARD");
        }
        if (rulings.isEmpty()) {
            return Set.of("NO_RULING");
        }
        if (rulings.getLast().by().equals(by)) {
            return Set.of("OWN_ENTRY");
        }
        if (isStale) {
            return Set.of("CHANGED_MEANWHILE");
        }
        until = rulings.removeLast().before();
        return Set.of();
    }

    /** Whether a judge ruled after the day that he is held. */
    boolean isRuledAfter(LocalDate on) {
        return rulings.stream().anyMatch(one -> one.decided().isAfter(on));
    }

    Set<String> release(Instant at, Instant now) {
        if (released != null) {
            return Set.of("ALREADY_RELEASED");
        }
        var why = new TreeSet<String>();
        if (at.isAfter(now)) {
            why.add("IN_FUTURE");
        }
        if (!at.isAfter(from)) {
            why.add("BEFORE_DETENTION");
        }
        if (placedAt != null && !at.isAfter(placedAt)) {
            why.add("BEFORE_PLACEMENT");
        }
        if (isRuledAfter(day(at))) {
            why.add("BEFORE_RULING");
        }
        if (why.isEmpty()) {
            released = at;
        }
        return why;
    }
}
