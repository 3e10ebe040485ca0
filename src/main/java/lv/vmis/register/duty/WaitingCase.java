package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reference.LegalParameter;
import org.jspecify.annotations.Nullable;

/**
 * A case that is not at an end, with its next step.
 *
 * @param term until when the step is to be done; nothing where no law says
 * @param stalled whether it has waited longer than a case without a term may
 * @param place where it stands in the list
 */
public record WaitingCase(Row row, @Nullable Term term, boolean stalled, WaitPlace place) {

    /** As stored. */
    public record Row(
            UUID id,
            String number,
            PersonId personId,
            String familyName,
            @Nullable String givenNames,
            PartialDate birthDate,
            NextStep nextStep,
            LocalDate stepFrom,
            @Nullable LocalDate stepDue,
            String stepOwner,
            @Nullable String stepUnit,
            @Nullable String holder,
            String stepRule,
            LocalDate place) {

        /** "NGUYEN Van An". */
        public String name() {
            var family = familyName.toUpperCase(Locale.ROOT);
            return givenNames == null ? family : family + " " + givenNames;
        }
    }

    /**
     * Until when, and how that was worked out.
     *
     * @param from the day the term is counted from
     * @param rule the term, with its unit and the law it comes from
     */
    public record Term(LocalDate from, LocalDate until, LegalParameter rule) {

        public boolean isPast(LocalDate today) {
            return until.isBefore(today);
        }
    }
}
