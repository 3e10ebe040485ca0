package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts working days: not weekends, not public holidays, but Saturdays the Cabinet made working days. Holidays are listed
 * for 2010 to 2040; outside those years only weekends are known.
 */
@Component
public class WorkingDays {

    private final Supplier<WorkingCalendar> calendar;

    @Autowired
    WorkingDays(ReferenceData data) {
        this.calendar = () -> data.now().calendar();
    }

    private WorkingDays(WorkingCalendar calendar) {
        this.calendar = () -> calendar;
    }

    /** A calendar of its own, for rules tested without a database. */
    public static WorkingDays with(Set<LocalDate> daysOff, Set<LocalDate> daysWorked) {
        return new WorkingDays(new WorkingCalendar(daysOff, daysWorked));
    }

    public boolean isWorkingDay(LocalDate day) {
        return calendar.get().isWorkingDay(day);
    }

    /** The n-th working day after the day, which itself does not count; with zero, the day itself. */
    public LocalDate plus(LocalDate day, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("cannot add %d working days".formatted(workingDays));
        }
        var known = calendar.get();
        var reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (known.isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** The n-th working day before the day, which itself does not count. */
    LocalDate minus(LocalDate day, int workingDays) {
        var known = calendar.get();
        var reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.minusDays(1);
            if (known.isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** The day itself if it is a working day, else the next one: where a term ends on a day off. */
    public LocalDate onOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : plus(day, 1);
    }

    /** How many working days lie after the first day, up to and including the last; negative when the last is earlier. */
    public int between(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return -between(last, first);
        }
        var known = calendar.get();
        return (int) first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(known::isWorkingDay)
                .count();
    }
}
