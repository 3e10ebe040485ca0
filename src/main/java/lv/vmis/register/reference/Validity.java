package lv.vmis.register.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a dated row holds on a day: both ends count, and an open end holds for ever. */
final class Validity {

    private Validity() {}

    static boolean holds(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
