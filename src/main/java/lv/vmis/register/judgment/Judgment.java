package lv.vmis.register.judgment;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a court judgment of expulsion adds to a return decision.
 *
 * @param prison in which the sentence is served, if one is
 * @param informedOn when the prison informed the Border Guard (Reg. 454 p. 25)
 * @param releaseOn when the person is released from prison, as far as known
 * @param decidedDestination State to which the court expels
 * @param namedDestination State that the Border Guard named where the court named none (Reg. 454 p. 7)
 * @param endedOn from when expulsion is not to be carried out (Reg. 454 p. 28)
 */
public record Judgment(
        UUID decisionId,
        UUID caseId,
        PersonId personId,
        String number,
        String court,
        LocalDate decidedOn,
        LocalDate inForceOn,
        @Nullable String prison,
        @Nullable LocalDate placedOn,
        @Nullable LocalDate informedOn,
        @Nullable LocalDate releaseOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        @Nullable String endNote,
        @Nullable String decidedDestination,
        @Nullable String namedDestination,
        int version) {

    /** The State to which the person goes; nothing while none is named. */
    public @Nullable String destination() {
        return decidedDestination == null ? namedDestination : decidedDestination;
    }

    public boolean isToBeCarriedOut() {
        return endedOn == null;
    }
}
