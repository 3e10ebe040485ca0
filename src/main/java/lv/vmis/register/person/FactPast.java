package lv.vmis.register.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a fact said before it was corrected or withdrawn, by whom and why. */
public record FactPast(
        FactRow fact,
        Instant untilAt,
        String untilBy,
        String reasonCode,
        @Nullable String reason,
        boolean withdrawn) {}
