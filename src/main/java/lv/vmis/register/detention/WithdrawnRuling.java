package lv.vmis.register.detention;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A ruling of a judge that was entered by mistake and withdrawn, as it was.
 *
 * @param withdrawnBy the official, by name
 */
public record WithdrawnRuling(
        String kind,
        Instant untilAt,
        String court,
        String number,
        LocalDate decidedOn,
        String reason,
        String withdrawnBy,
        Instant withdrawnAt) {}
