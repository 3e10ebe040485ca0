package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A decision that only bans, as the old entry ban register has it.
 *
 * @param decider minister or consular official; none: the institution
 */
public record DecisionTakenOver(
        UUID id,
        PersonId person,
        String institution,
        String unit,
        @Nullable String decider,
        String legalBasis,
        String reasons,
        String number,
        LocalDate decidedOn) {}
