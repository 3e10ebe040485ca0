package lv.vmis.register.followup;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a follow-up decision was served on the person. */
public record FollowUpServiceNote(
        LocalDate servedOn,
        String manner,
        String language,
        @Nullable String note,
        String servedByName,
        Instant notedAt) {}
