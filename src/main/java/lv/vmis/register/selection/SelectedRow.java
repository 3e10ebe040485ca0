package lv.vmis.register.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person as a line of a list. Whoever may not see persons is given none of what says who it is.
 *
 * @param nationalities codes of States with commas between them
 * @param warnings codes of warnings in force with commas between them
 * @param foundOn of the last finding, as are the other columns of a finding
 * @param decidedOn of the decision that was signed last, as are the other columns of a decision
 * @param lvState of the ban for Latvia that matters most: one in force, else one that waits, else the last
 */
public record SelectedRow(
        PersonId id,
        @Nullable Long number,
        @Nullable String familyName,
        @Nullable String givenNames,
        @Nullable PartialDate birthDate,
        int birthYear,
        String sex,
        String nationalities,
        @Nullable String document,
        @Nullable LocalDate foundOn,
        @Nullable String foundPlace,
        @Nullable String foundUnit,
        @Nullable String decision,
        @Nullable String decisionKind,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionBody,
        @Nullable String lvState,
        @Nullable LocalDate lvTo,
        @Nullable String schState,
        @Nullable LocalDate schTo,
        @Nullable LocalDate departedOn,
        @Nullable String warnings,
        Instant enteredAt,
        String enteredUnit) {

    /** "NGUYEN Van An". */
    String name() {
        if (familyName == null) {
            return "";
        }
        var family = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? family : family + " " + givenNames;
    }

    String shownNumber() {
        return number == null ? "" : "P-%07d".formatted(number);
    }
}
