package lv.vmis.register.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term of the law and what it comes to.
 *
 * @param rule its length and where that is written, in the version in force when it begins
 * @param dayOff the day it would have ended on, where that is a day off and the law moves the end to the next working day
 */
public record Term(
        LegalParameter rule,
        Point from,
        Point until,
        @Nullable LocalDate dayOff) {}
