package lv.vmis.register.reference;

import java.time.Instant;
import java.time.LocalDate;
import lv.vmis.register.kernel.RegisterClock;
import org.jspecify.annotations.Nullable;

/**
 * Where a term begins or ends: a day, or a moment of it where the law counts in hours.
 *
 * @param at nothing where only the day counts
 */
public record Point(LocalDate day, @Nullable Instant at) {

    public static Point of(LocalDate day) {
        return new Point(day, null);
    }

    public static Point of(Instant at) {
        return new Point(LocalDate.ofInstant(at, RegisterClock.RIGA), at);
    }

    /** A day is past once it is over. */
    public boolean isPast(Instant now) {
        return at == null ? day.isBefore(LocalDate.ofInstant(now, RegisterClock.RIGA)) : at.isBefore(now);
    }

    /** The moment it is past: the end of the day, where only the day counts. */
    public Instant end() {
        return at == null ? day.plusDays(1).atStartOfDay(RegisterClock.RIGA).toInstant() : at;
    }
}
