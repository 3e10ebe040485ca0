package lv.vmis.register.following;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Somebody an institution follows, as the register keeps it.
 *
 * @param persons who held the document when it was last looked at
 * @param told what the institution knows from its events
 */
record Followed(
        UUID id,
        String agreement,
        String reference,
        Bearer bearer,
        LocalDate until,
        List<UUID> persons,
        Standing told) {}
