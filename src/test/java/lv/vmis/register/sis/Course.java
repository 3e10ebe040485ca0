package lv.vmis.register.sis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import lv.vmis.register.sis.Happening.*;
import org.jspecify.annotations.Nullable;

/** A random course of what may happen to a person in the register, in any order the register allows, with dates of the past too. */
final class Course {

    private static final int STEPS = 12;

    private static final List<Integer> TERMS = List.of(1, 6, 12, 13, 36, 37, 60, 120);

    private final Random random;
    private LocalDate today;
    private final List<Decided> decisions = new ArrayList<>();
    private final Set<Integer> left = new HashSet<>();
    private final Map<Integer, LocalDate> closed = new HashMap<>();
    private final Set<Integer> cancelled = new HashSet<>();
    private final Map<Integer, LocalDate> contested = new HashMap<>();
    private int cases;
    private int seen;

    @Nullable
    private LocalDate detained;

    @Nullable
    private LocalDate released;

    Course(long seed) {
        this.random = new Random(seed);
        this.today = LocalDate.of(2023, 3, 7).plusDays(random.nextInt(700));
    }

    /** Tells each happening and the day on which it became known, and each passing of time. */
    void live(Consumer<Happening> happens, Consumer<LocalDate> after) {
        for (var step = 0; step < STEPS; step++) {
            if (once(3)) {
                today = today.plusDays(once(4) ? random.nextInt(1_500) : random.nextInt(60));
            }
            var next = next();
            if (next != null) {
                happens.accept(next);
            }
            after.accept(today);
        }
    }

    private @Nullable Happening next() {
        if (decisions.isEmpty()) {
            return decide();
        }
        var number = random.nextInt(decisions.size());
        return switch (random.nextInt(17)) {
            case 0 -> decide();
            case 1, 2, 3 -> depart(number);
            case 4 -> see();
            case 5 -> notHim();
            case 6 -> cancel(number);
            case 7 -> new Suspended(number, withBan(number), since(number, 40));
            case 8 -> new Resumed(number, withBan(number), since(number, 40));
            case 9, 10 -> reduce(number);
            case 11 -> contest(number);
            case 12 -> resolve(number);
            case 13 -> close();
            case 14 -> detain();
            case 15 -> once(3) ? new Permitted(back(30)) : reopen();
            default -> once(12) ? new Naturalised() : null;
        };
    }

    private Happening decide() {
        var isNewCase = cases == 0 || (once(4) && cases < 3);
        if (isNewCase) {
            cases++;
        }
        var of = isNewCase ? cases - 1 : random.nextInt(cases);
        if (left.contains(of) || closed.containsKey(of)) {
            of = cases++;
        }
        var kind = Kind.values()[random.nextInt(10) == 0 ? 2 : random.nextInt(2)];
        var months = once(3) ? null : once(10) ? Integer.valueOf(0) : TERMS.get(random.nextInt(TERMS.size()));
        var decided = new Decided(of, kind, today, months);
        decisions.add(decided);
        return decided;
    }

    private @Nullable Happening depart(int number) {
        var one = decisions.get(number);
        var last = lastOf(one.returnCase());
        if (last < 0 || left.contains(one.returnCase()) || closed.containsKey(one.returnCase()) || isHeld()) {
            return null;
        }
        left.add(one.returnCase());
        return new Departed(last, since(last, 20));
    }

    /** The last decision of the case that is not cancelled; less than nothing where there is none. */
    private int lastOf(int returnCase) {
        var last = -1;
        for (var i = 0; i < decisions.size(); i++) {
            if (decisions.get(i).returnCase() == returnCase && !cancelled.contains(i)) {
                last = i;
            }
        }
        return last;
    }

    private Happening see() {
        seen++;
        return new Seen(back(25));
    }

    private @Nullable Happening notHim() {
        if (seen == 0) {
            return null;
        }
        seen--;
        return new NotHim();
    }

    private @Nullable Happening cancel(int number) {
        if (!cancelled.add(number)) {
            return null;
        }
        var banOnly = withBan(number);
        if (banOnly) {
            cancelled.remove(number);
        }
        return new Cancelled(number, banOnly, once(3) ? since(number, 30) : today);
    }

    private boolean withBan(int number) {
        return decisions.get(number).months() != null && once(2);
    }

    private @Nullable Happening reduce(int number) {
        var months = decisions.get(number).months();
        return months == null || months == 1
                ? null
                : new Reduced(number, 1 + random.nextInt(months == 0 ? 24 : months - 1), today);
    }

    private @Nullable Happening contest(int number) {
        var isClosed = closed.containsKey(decisions.get(number).returnCase());
        return !isClosed && contested.putIfAbsent(number, today) == null ? new Contested(number, today) : null;
    }

    private @Nullable Happening resolve(int number) {
        if (contested.remove(number) == null) {
            return null;
        }
        var cancels = once(3);
        if (cancels) {
            cancelled.add(number);
        }
        return new Resolved(number, cancels, today);
    }

    private @Nullable Happening close() {
        var of = random.nextInt(cases);
        if (left.contains(of) || isHeld() || waits(of) || closed.putIfAbsent(of, today) != null) {
            return null;
        }
        if (lastOf(of) < 0) {
            return new Closed(of, "LEGALISED", today);
        }
        return once(3) ? new Closed(of, "DECEASED", since(firstOf(of), 60)) : new Closed(of, "ABSCONDED", today);
    }

    /** Whether a complaint about a decision of the case is not answered yet. */
    private boolean waits(int returnCase) {
        return contested.keySet().stream()
                .anyMatch(number -> decisions.get(number).returnCase() == returnCase);
    }

    private int firstOf(int returnCase) {
        var first = 0;
        while (decisions.get(first).returnCase() != returnCase) {
            first++;
        }
        return first;
    }

    private @Nullable Happening reopen() {
        var of = closed.keySet().stream().findFirst().orElse(null);
        if (of == null) {
            return null;
        }
        closed.remove(of);
        return new Reopened(of);
    }

    private boolean isHeld() {
        return detained != null;
    }

    private @Nullable Happening detain() {
        if (detained != null) {
            var until = back((int) (today.toEpochDay() - detained.toEpochDay()));
            detained = null;
            released = until;
            return new Released(until);
        }
        if (!closed.isEmpty() || (released != null && !released.isBefore(today))) {
            return null;
        }
        detained = today;
        return new Detained(today);
    }

    /** A day between the decision and today. */
    private LocalDate since(int number, int days) {
        var day = back(days);
        var earliest = decisions.get(number).on();
        return day.isBefore(earliest) ? earliest : day;
    }

    private LocalDate back(int days) {
        return today.minusDays(days <= 0 ? 0 : random.nextInt(days + 1));
    }

    private boolean once(int times) {
        return random.nextInt(times) == 0;
    }
}
