package lv.vmis.register.judgment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where and how long the sentence is served, as far as known. */
public record Imprisonment(
        @Nullable String prison,
        @Nullable LocalDate placedOn,
        @Nullable LocalDate informedOn,
        @Nullable LocalDate releaseOn) {}
