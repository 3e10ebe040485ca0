package lv.vmis.register.bench;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A date of birth, of which the day or also the month may be unknown (0). */
record BirthDate(int year, int month, int day) {

    static BirthDate of(LocalDate date) {
        return new BirthDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    boolean isFull() {
        return day > 0;
    }

    boolean isReal() {
        try {
            return isFull() && LocalDate.of(year, month, day).getYear() > 1900;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    LocalDate date() {
        return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
    }

    @Override
    public String toString() {
        return "%04d-%02d-%02d".formatted(year, month, day);
    }
}
