package lv.vmis.register.remedy;

import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A remedy against a decision.
 *
 * @param addressee authority or court it was filed with
 * @param suspends whether the decision may not be carried out meanwhile
 * @param leaveBy last day to leave, counted anew after the suspension
 * @param leaveByBefore what it was before
 */
public record Remedy(
        UUID id,
        UUID decisionId,
        @Nullable UUID caseId,
        PersonId personId,
        RemedyKind kind,
        LocalDate filedOn,
        String addressee,
        @Nullable String number,
        boolean suspends,
        @Nullable String grounds,
        @Nullable RemedyResult result,
        @Nullable LocalDate resultOn,
        @Nullable String resultNumber,
        @Nullable String resultNote,
        @Nullable LocalDate leaveBy,
        @Nullable LocalDate leaveByBefore,
        int version) {

    public boolean isWaiting() {
        return result == null;
    }
}
