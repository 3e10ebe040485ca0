package lv.vmis.register.sis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    void happens(Happening what) {
        happened.add(what);
        if (what instanceof Decided one) {
            decided.add(one);
        }
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
            if (decided.get(later).returnCase() == one.returnCase()) {
                return false;
            }
        }
        var confirmed = happened.stream()
                .anyMatch(what -> what instanceof Departed departed
                        && decided.get(departed.decision()).returnCase() == one.returnCase());
        return !confirmed
                && sightings(one.on()).stream().noneMatch(day -> !day.isAfter(today))
                && !isCancelled(decision, false, today)
                && !isOver(decision, today);
    }

    /** 1860 Art. 9, 14: whoever may stay, or is dead, need not leave under decisions taken before. */
    private boolean isOver(int decision, LocalDate today) {
        var on = decided.get(decision).on();
        List<Closed> standing = new ArrayList<>();
        for (var what : happened) {
            if (what instanceof Closed one) {
                standing.add(one);
            } else if (what instanceof Reopened(var of)) {
                standing.removeIf(one -> one.returnCase() == of);
            } else if (what instanceof Permitted(var since) && !since.isAfter(today) && !since.isBefore(on)) {
                return true;
            }
        }
        return standing.stream()
                .anyMatch(one -> one.reason().equals("DECEASED")
                        && !one.on().isBefore(on)
                        && !one.on().isAfter(today));
    }

    /** The day on which the ban begins: the departure under its decision, or what another State saw while none is confirmed. */
    private @Nullable LocalDate leftUnder(int decision) {
        var isConfirmedElsewhere = false;
        for (var what : happened) {
            if (what instanceof Departed(var of, var on)) {
                if (of == decision) {
                    return on;
                }
                isConfirmedElsewhere |=
                        decided.get(of).returnCase() == decided.get(decision).returnCase();
            }
        }
        for (var later = decision + 1; later < decided.size(); later++) {
            isConfirmedElsewhere |=
                    decided.get(later).returnCase() == decided.get(decision).returnCase();
        }
        return isConfirmedElsewhere
                ? null
                : sightings(decided.get(decision).on()).stream()
                        .reduce((one, other) -> one.isBefore(other) ? one : other)
                        .orElse(null);
    }

    private List<LocalDate> sightings(LocalDate since) {
        var days = new ArrayList<LocalDate>();
        for (var what : happened) {
            if (what instanceof Seen(var on)) {
                days.add(on);
            } else if (what instanceof NotHim) {
                days.remove(days.stream()
                        .reduce((one, other) -> one.isBefore(other) ? one : other)
                        .orElseThrow());
            }
        }
        days.removeIf(day -> day.isBefore(since));
        return days;
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
        Happening standing = null;
        for (var what : happened) {
            var from = from(what, decision, banOnly);
            if (from != null && (standing == null || !from.isBefore(fromOf(standing)))) {
                standing = what;
            }
        }
        return standing instanceof Suspended one && !one.from().isAfter(day);
    }

    private static LocalDate fromOf(Happening what) {
        return what instanceof Suspended one ? one.from() : ((Resumed) what).from();
    }

    private static @Nullable LocalDate from(Happening what, int decision, boolean banOnly) {
        return switch (what) {
            case Suspended(var of, var ban, var from) when of == decision && ban == banOnly -> from;
            case Resumed(var of, var ban, var from) when of == decision && ban == banOnly -> from;
            default -> null;
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
