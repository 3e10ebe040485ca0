package lv.vmis.register.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import lv.vmis.register.kernel.RegisterClock;
import org.jspecify.annotations.Nullable;

/** Time passing in a history. What would happen after the end is left open: it waits on somebody's desktop. */
final class Course {

    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final Instant end;
    private final @Nullable Predicate<LocalDate> worked;
    private final List<Step> steps = new ArrayList<>();
    private ZonedDateTime at;
    private boolean over;

    /** @param worked the days on which offices are open; none when they always are */
    Course(Instant start, Instant end, @Nullable Predicate<LocalDate> worked) {
        this.at = start.atZone(RegisterClock.RIGA);
        this.end = end;
        this.worked = worked;
    }

    LocalDate day() {
        return at.toLocalDate();
    }

    Course minutes(int minutes) {
        at = at.plusMinutes(minutes);
        return this;
    }

    Course days(int days) {
        at = at.plusDays(days);
        return this;
    }

    /** The next time an office is open. */
    Course inOffice() {
        if (worked == null) {
            return this;
        }
        if (at.toLocalTime().isAfter(CLOSES)) {
            at = at.plusDays(1).with(OPENS).plusMinutes(at.getMinute());
        } else if (at.toLocalTime().isBefore(OPENS)) {
            at = at.with(OPENS).plusMinutes(at.getMinute());
        }
        while (!worked.test(at.toLocalDate())) {
            at = at.plusDays(1);
        }
        return this;
    }

    /** Adds what happens now, unless the history has ended before. */
    Course then(Function<Instant, Step> step) {
        over = over || at.toInstant().isAfter(end);
        if (!over) {
            steps.add(step.apply(at.toInstant()));
        }
        return this;
    }

    /** Leaves open what would come. */
    Course stop() {
        over = true;
        return this;
    }

    boolean isOver() {
        return over;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
