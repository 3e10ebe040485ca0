package lv.vmis.register.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What was entered about a decision by mistake and withdrawn.
 *
 * @param kind code of the list WITHDRAWN_ENTRY
 * @param happenedOn the day that had been entered
 */
public record WithdrawnEntry(
        UUID id,
        String kind,
        LocalDate happenedOn,
        String enteredBy,
        Instant enteredAt,
        String reason,
        String withdrawnBy,
        String withdrawnUnit,
        Instant withdrawnAt) {}
