package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up decision about a decision or one of its bans, as a line of its page.
 *
 * @param territory of the ban it is about; nothing: the decision
 * @param state {@code SIGNED}, {@code WAITING} or {@code DECLINED}
 */
public record FollowUpRow(
        UUID id,
        String kind,
        @Nullable String territory,
        @Nullable String number,
        @Nullable LocalDate decidedOn,
        LocalDate effectOn,
        String state) {}
