package lv.vmis.register.person;

import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who a page is about: what stands in the bar above every page of a person.
 *
 * @param nationalities names of the States, in the language of the State
 * @param vulnerabilitiesLv why the person needs particular care today; empty where nothing is known; so {@code vulnerabilitiesEn}
 * @param bans how many bans are in force today
 * @param pendingBans how many bans of signed decisions wait for the departure
 * @param suspendedBans how many bans would be in force or wait were they, or their decisions, not suspended
 * @param openDecisions how many signed decisions are not yet carried out
 * @param records how many records are joined in this person, his own with them
 * @param asked the number of the record that was asked for; another than {@code number} if that is joined
 * @param files how many files are kept on him
 * @param hasFace whether a face image is among them
 * @param detention the detention in which he is held; nothing when he is not
 */
public record PersonBar(
        PersonId id,
        long number,
        String familyName,
        @Nullable String givenNames,
        PartialDate birthDate,
        String sex,
        String nationalitiesLv,
        String nationalitiesEn,
        String vulnerabilitiesLv,
        String vulnerabilitiesEn,
        int bans,
        int pendingBans,
        int suspendedBans,
        int openDecisions,
        int records,
        long asked,
        int files,
        boolean hasFace,
        @Nullable UUID detention) {

    /** "NGUYEN Van An". */
    public String name() {
        var family = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? family : family + " " + givenNames;
    }

    /** "P-0001234". */
    public String shownNumber() {
        return shown(number);
    }

    /** The number that was asked for, when it is that of a record joined to this one. */
    public @Nullable String otherNumber() {
        return asked == number ? null : shown(asked);
    }

    /** How many records are joined to this one. */
    public int joined() {
        return records - 1;
    }

    private static String shown(long number) {
        return "P-%07d".formatted(number);
    }
}
