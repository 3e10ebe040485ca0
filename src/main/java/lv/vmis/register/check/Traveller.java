package lv.vmis.register.check;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.matching.Description;
import lv.vmis.register.reading.DateParts;
import lv.vmis.register.reading.Latin;
import lv.vmis.register.reading.Mrz;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked about, as far as it was said.
 *
 * @param issuer code of the State that issued the document; none: most likely the State of the nationality
 * @param namesCut the zone was too short for the names, so the last of them may be cut
 * @param mrz the zone the rest was read from
 * @param sound false when the zone has a wrong check digit or cannot be read in some place
 */
public record Traveller(
        @Nullable String number,
        @Nullable String issuer,
        @Nullable String nationality,
        @Nullable PartialDate birthDate,
        @Nullable String familyName,
        @Nullable String givenNames,
        @Nullable String sex,
        @Nullable LocalDate expiry,
        boolean namesCut,
        @Nullable Mrz mrz,
        boolean sound) {

    /** "NGUYEN Van An", or nothing when no name was said. */
    public @Nullable String name() {
        if (familyName == null) {
            return null;
        }
        var family = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? family : family + " " + givenNames;
    }

    public boolean isExpired(LocalDate day) {
        return expiry != null && expiry.isBefore(day);
    }

    /** Where the document must have come from to be the one asked about. */
    @Nullable
    String likelyIssuer() {
        return issuer != null ? issuer : nationality;
    }

    /** The document number in capitals and digits, exactly as said. */
    static String plain(String number) {
        return Latin.transliterate(number)
                .chars()
                .filter(Traveller::isNumberCharacter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isNumberCharacter(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    /** As the index of persons is asked about him. */
    Description description() {
        var description =
                Description.of(Objects.requireNonNullElse(familyName, ""), Objects.requireNonNullElse(givenNames, ""));
        if (birthDate != null) {
            description.born(new DateParts(birthDate.year(), birthDate.month(), birthDate.day()));
        }
        if (sex != null) {
            description.sex(sex.charAt(0));
        }
        if (nationality != null) {
            description.of(nationality);
        }
        if (number != null) {
            description.holding(number);
        }
        return description.done();
    }

    /** What the journal keeps of the question. */
    public Map<String, String> searchData() {
        var data = new LinkedHashMap<String, String>();
        put(data, "number", number);
        put(data, "issuer", issuer);
        put(data, "nationality", nationality);
        put(data, "birthDate", birthDate == null ? null : birthDate.toString());
        put(data, "familyName", familyName);
        put(data, "givenNames", givenNames);
        put(data, "sex", sex);
        put(data, "expiry", expiry == null ? null : expiry.toString());
        return data;
    }

    private static void put(Map<String, String> data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
