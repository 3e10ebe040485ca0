package lv.vmis.register.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an agreement was used on a day or in a month.
 *
 * @param purpose of questions; a call is turned away before its purpose counts
 * @param refusal code of the problem that calls were answered with
 */
public record UseRow(
        LocalDate period,
        String institution,
        String agreement,
        @Nullable String purpose,
        @Nullable String refusal,
        long answered,
        long refused) {}
