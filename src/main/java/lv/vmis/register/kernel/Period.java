package lv.vmis.register.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days from the first to the last, both included; no last day means for an indefinite time. */
public record Period(LocalDate from, @Nullable LocalDate to) {

    public Period {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("period ends %s before it starts %s".formatted(to, from));
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
