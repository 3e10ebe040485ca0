package lv.vmis.register.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a decision was served on the person. */
public record ServiceNote(
        LocalDate servedOn,
        String manner,
        String language,
        @Nullable String note,
        UUID servedBy,
        Instant notedAt) {}
