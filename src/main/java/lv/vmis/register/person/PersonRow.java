package lv.vmis.register.person;

import java.util.Locale;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person as a line of a list: his primary identity, his newest document, and what stands against him today.
 *
 * @param joined the numbers of the records that are joined to his
 */
public record PersonRow(
        PersonId id,
        long number,
        String familyName,
        @Nullable String givenNames,
        PartialDate birthDate,
        String sex,
        String nationalitiesLv,
        String nationalitiesEn,
        @Nullable String document,
        int bans,
        int pendingBans,
        int suspendedBans,
        int openDecisions,
        @Nullable String joined) {

    public String name() {
        var family = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? family : family + " " + givenNames;
    }

    public String shownNumber() {
        return "P-%07d".formatted(number);
    }
}
