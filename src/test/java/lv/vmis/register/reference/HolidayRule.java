package lv.vmis.register.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/** The public holidays of a year as the law states them, worked out here a second time and in another way (Gauss). */
final class HolidayRule {

    private HolidayRule() {}

    static Set<LocalDate> daysOff(int year) {
        var days = new TreeSet<LocalDate>();
        var easter = easter(year);
        days.add(LocalDate.of(year, Month.JANUARY, 1));
        days.add(easter.minusDays(2));
        days.add(easter);
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, Month.MAY, 1));
        addWithSubstitute(days, LocalDate.of(year, Month.MAY, 4));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY)));
        days.add(easter.plusWeeks(7));
        days.add(LocalDate.of(year, Month.JUNE, 23));
        days.add(LocalDate.of(year, Month.JUNE, 24));
        addWithSubstitute(days, LocalDate.of(year, Month.NOVEMBER, 18));
        days.add(LocalDate.of(year, Month.DECEMBER, 24));
        days.add(LocalDate.of(year, Month.DECEMBER, 25));
        days.add(LocalDate.of(year, Month.DECEMBER, 26));
        days.add(LocalDate.of(year, Month.DECEMBER, 31));
        return days;
    }

    private static void addWithSubstitute(Set<LocalDate> days, LocalDate day) {
        days.add(day);
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            days.add(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        }
    }

    static LocalDate easter(int year) {
        var century = year / 100;
        var m = (15 - (13 + 8 * century) / 25 + century - century / 4) % 30;
        var n = (4 + century - century / 4) % 7;
        var d = (19 * (year % 19) + m) % 30;
        var e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
        var afterMarch21 = d + e + 1;
        var late = afterMarch21 == 36 || (afterMarch21 == 35 && d == 28 && year % 19 > 10);
        return LocalDate.of(year, Month.MARCH, 21).plusDays(late ? afterMarch21 - 7 : afterMarch21);
    }
}
