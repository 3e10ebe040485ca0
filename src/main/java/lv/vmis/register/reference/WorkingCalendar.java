package lv.vmis.register.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Days off and Saturdays worked; every other day follows the week. */
record WorkingCalendar(Set<LocalDate> daysOff, Set<LocalDate> daysWorked) {

    WorkingCalendar {
        daysOff = Set.copyOf(daysOff);
        daysWorked = Set.copyOf(daysWorked);
    }

    boolean isWorkingDay(LocalDate day) {
        return daysWorked.contains(day) || (!isWeekend(day) && !daysOff.contains(day));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
