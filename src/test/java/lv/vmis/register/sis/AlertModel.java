package lv.vmis.register.sis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import lv.vmis.register.sis.Happening.*;
import org.jspecify.annotations.Nullable;

/**
 * Written from the Regulations, sentence by sentence, for one day at a time and straight from what happened: it knows no first and last
 * day of a ban, only whether it bars entry today.
 */
final class AlertModel {

    /** What ought to stand in SIS: nothing, or an alert that rests on a decision. */
    record Expected(AlertCategory category, int decision, boolean mayBeLeftOut) {}

    private final List<Happening> happened = new ArrayList<>();
    private final List<Decided> decided = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    void happens(Happening what) {
        if (what instanceof Decided one) {
            decided.add(one);
            places.add(happened.size());
        }
        happened.add(what);
    }

    @Nullable
    Expected expected(LocalDate today) {
        if (happened.stream().anyMatch(Naturalised.class::isInstance)) {
            return null;
        }
        Expected return_ = null;
        for (var i = 0; i < decided.size(); i++) {
            if (mustLeave(i, today)) {
                var held = decided.get(i).kind() != Kind.DEPARTURE_ORDER && isHeld();
                // The one that cannot be left out, and of these the newest, speaks for all.
                if (return_ == null || return_.mayBeLeftOut() || !held) {
                    return_ = new Expected(AlertCategory.RETURN, i, held);
                }
            }
        }
        if (return_ != null && !return_.mayBeLeftOut()) {
            return return_;
        }
        Expected refusal = null;
        for (var i = 0; i < decided.size(); i++) {
            if (bars(i, today) && !isOver(i, today) && (refusal == null || !endsBefore(i, refusal.decision(), today))) {
                refusal = new Expected(AlertCategory.REFUSAL, i, false);
            }
        }
        return refusal == null ? return_ : refusal;
    }

    /** Whether the ban of a decision bars entry on a day. */
    boolean bars(int decision, LocalDate day) {
        var months = months(decision);
        var left = leftUnder(decision);
        if (months == null || left == null || left.isAfter(day)) {
            return false;
        }
        var isOver = months > 0 && isAfter(day, left, months);
        return !isOver
                && !isCancelled(decision, true, day)
                && !isCancelled(decision, true, left)
                && !isSuspended(decision, day);
    }

    /** 1860 Art. 3: from the decision until it is carried out, replaced or withdrawn. */
    private boolean mustLeave(int decision, LocalDate today) {
        var one = decided.get(decision);
        for (var later = decision + 1; later < decided.size(); later++) {
            if (decided.get(later).returnCase() == one.returnCase() && !isCancelled(later, false, LocalDate.MAX)) {
                return false;
            }
        }
        // 1860 Art. 6(2), 8: he has left, whichever decision obliged him to.
        return departures(decision).isEmpty()
                && !hasLeftInCase(one.returnCase())
                && sightings(decision).stream().noneMatch(day -> !day.isAfter(today))
                && !isCancelled(decision, false, today)
                && !isOver(decision, today);
    }

    /** Whether it came after the decision: on a later day, or on the same day and later. */
    private boolean follows(LocalDate day, int place, int decision) {
        var on = decided.get(decision).on();
        return day.isAfter(on) || (day.equals(on) && place > places.get(decision));
    }

    /** 1860 Art. 9, 14: whoever may stay need not leave under decisions taken before, and nobody who is dead. */
    private boolean isOver(int decision, LocalDate today) {
        var standing = new TreeMap<Integer, Closed>();
        for (var place = 0; place < happened.size(); place++) {
            var what = happened.get(place);
            if (what instanceof Closed one) {
                standing.put(place, one);
            } else if (what instanceof Reopened(var of)) {
                standing.values().removeIf(one -> one.returnCase() == of);
            } else if (what instanceof Permitted(var since)
                    && !since.isAfter(today)
                    && follows(since, place, decision)) {
                return true;
            }
        }
        return standing.entrySet().stream()
                .anyMatch(one -> !one.getValue().on().isAfter(today)
                        && switch (one.getValue().reason()) {
                            case "DECEASED" -> true;
                            case "LEGALISED" -> follows(one.getValue().on(), one.getKey(), decision);
                            default -> false;
                        });
    }

    /** The day on which the ban begins: the first departure since, or what another State saw while none is confirmed. */
    private @Nullable LocalDate leftUnder(int decision) {
        var left = departures(decision);
        if (!left.isEmpty()) {
            return left.first();
        }
        var seen = sightings(decision);
        return seen.isEmpty() || hasLeftInCase(decided.get(decision).returnCase()) ? null : seen.first();
    }

    /** Departures under the decision, or under any other after it. */
    private TreeSet<LocalDate> departures(int decision) {
        var days = new TreeSet<LocalDate>();
        for (var place = 0; place < happened.size(); place++) {
            if (happened.get(place) instanceof Departed(var of, var on)
                    && (of == decision || follows(on, place, decision))) {
                days.add(on);
            }
        }
        return days;
    }

    private boolean hasLeftInCase(int returnCase) {
        return happened.stream()
                .anyMatch(what -> what instanceof Departed one
                        && decided.get(one.decision()).returnCase() == returnCase);
    }

    private TreeSet<LocalDate> sightings(int decision) {
        var seen = new TreeMap<Integer, LocalDate>();
        for (var place = 0; place < happened.size(); place++) {
            if (happened.get(place) instanceof Seen(var on)) {
                seen.put(place, on);
            } else if (happened.get(place) instanceof NotHim) {
                seen.remove(Collections.min(seen.entrySet(), Map.Entry.comparingByValue())
                        .getKey());
            }
        }
        seen.entrySet().removeIf(one -> !follows(one.getValue(), one.getKey(), decision));
        return new TreeSet<>(seen.values());
    }

    private @Nullable Integer months(int decision) {
        var months = decided.get(decision).months();
        for (var what : happened) {
            if (what instanceof Reduced one && one.decision() == decision && months != null) {
                months = months == 0 ? one.months() : Math.min(months, one.months());
            }
        }
        return months;
    }

    private boolean isCancelled(int decision, boolean withBan, LocalDate day) {
        return happened.stream().anyMatch(what -> switch (what) {
            case Cancelled one ->
                one.decision() == decision
                        && (withBan || !one.banOnly())
                        && !one.from().isAfter(day);
            case Resolved one ->
                one.decision() == decision && one.cancels() && !one.on().isAfter(day);
            default -> false;
        });
    }

    private boolean isSuspended(int decision, LocalDate day) {
        return isSuspended(decision, false, day) || isSuspended(decision, true, day) || isContested(decision, day);
    }

    private boolean isSuspended(int decision, boolean banOnly, LocalDate day) {
        // What was signed last holds.
        Happening standing = null;
        for (var what : happened) {
            if (isOfSuspension(what, decision, banOnly)) {
                standing = what;
            }
        }
        return standing instanceof Suspended one && !one.from().isAfter(day);
    }

    private static boolean isOfSuspension(Happening what, int decision, boolean banOnly) {
        return switch (what) {
            case Suspended(var of, var ban, var _) -> of == decision && ban == banOnly;
            case Resumed(var of, var ban, var _) -> of == decision && ban == banOnly;
            default -> false;
        };
    }

    private boolean isContested(int decision, LocalDate day) {
        LocalDate waiting = null;
        for (var what : happened) {
            if (what instanceof Contested(var of, var on) && of == decision) {
                waiting = on;
            } else if (what instanceof Resolved one && one.decision() == decision) {
                waiting = null;
            }
        }
        return waiting != null && !waiting.isAfter(day);
    }

    private boolean isHeld() {
        var held = false;
        for (var what : happened) {
            if (what instanceof Detained) {
                held = true;
            } else if (what instanceof Released) {
                held = false;
            }
        }
        return held;
    }

    /** The stronger ban bars longer; looked for day by day, as far as any term goes. */
    private boolean endsBefore(int one, int other, LocalDate today) {
        var first = lastDay(one, today);
        var second = lastDay(other, today);
        if (first.equals(second)) {
            return decided.get(one).on().isBefore(decided.get(other).on());
        }
        return first.isBefore(second);
    }

    private LocalDate lastDay(int decision, LocalDate today) {
        var day = today;
        var step = 4_096;
        var horizon = today.plusYears(30);
        // Barring has no gaps from today on, so ever shorter leaps find its end.
        while (step > 0) {
            if (!day.plusDays(step).isAfter(horizon) && bars(decision, day.plusDays(step))) {
                day = day.plusDays(step);
            } else {
                step /= 2;
            }
        }
        return day;
    }

    /** Whether the day lies after the term; counted in months of the calendar, the last of a month where the day is missing. */
    private static boolean isAfter(LocalDate day, LocalDate left, int months) {
        var month = left.getYear() * 12 + left.getMonthValue() - 1 + months;
        var year = Math.floorDiv(month, 12);
        var ofYear = Math.floorMod(month, 12) + 1;
        var length = LocalDate.of(year, ofYear, 1).lengthOfMonth();
        return day.isAfter(LocalDate.of(year, ofYear, Math.min(left.getDayOfMonth(), length)));
    }
}
