package lv.vmis.register.legacy.meaning;

import java.time.LocalDate;

/**
 * How long what has served its purpose is kept.
 *
 * @param today the day of the load
 * @param years the legal parameter {@code retention.years} on that day
 */
public record Retention(LocalDate today, int years) {

    boolean isOver(LocalDate purposeReached) {
        return purposeReached.plusYears(years).isBefore(today);
    }
}
