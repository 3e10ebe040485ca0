package lv.vmis.register.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reading.DateParts;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reading.MrzReading;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/** A check as typed on the screen or sent to the API: a machine readable zone, or what stands in the document. */
public record CheckForm(
        @Nullable String mrz,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable String nationality,
        @Nullable String birthDate,
        @Nullable String familyName,
        @Nullable String givenNames,
        @Nullable String sex) {

    public static final CheckForm BLANK = new CheckForm(null, null, null, null, null, null, null, null);

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;
    private static final Pattern STORED_DATE = Pattern.compile("~?[0-9]{4}-[0-9]{2}-00");

    /** Whether fields beside the zone were used, so that they are shown open. */
    public boolean hasNames() {
        return Stream.of(issuer, familyName, givenNames, sex).anyMatch(CheckForm::isTyped);
    }

    public Outcome<Traveller> parse(Countries countries, LocalDate today) {
        var in = new Parse(today);
        var hasFields = Stream.of(number, issuer, nationality, birthDate, familyName, givenNames, sex)
                .anyMatch(CheckForm::isTyped);
        if (!isTyped(mrz)) {
            if (!hasFields) {
                in.refuse("mrz", CheckRefusal.NOTHING_ASKED);
            }
            return hasFields ? fields(in, countries) : in.into(CheckForm::nobody);
        }
        if (hasFields) {
            in.refuse("mrz", CheckRefusal.MRZ_AND_FIELDS);
            return in.into(CheckForm::nobody);
        }
        return zone(in, countries, today);
    }

    private Outcome<Traveller> zone(Parse in, Countries countries, LocalDate today) {
        switch (Mrz.read(Objects.requireNonNull(mrz), today)) {
            case MrzReading.Read(var read) -> {
                var traveller = of(read, countries);
                if (isSpecimen(countries, traveller.issuer()) || isSpecimen(countries, traveller.nationality())) {
                    in.refuse("mrz", CheckRefusal.SPECIMEN);
                }
                return in.into(() -> traveller);
            }
            case MrzReading.WrongLength(var found) ->
                in.refuse(
                        "mrz",
                        CheckRefusal.ZONE_LENGTH,
                        String.join(", ", found.stream().map(String::valueOf).toList()));
            case MrzReading.Visa() -> in.refuse("mrz", CheckRefusal.ZONE_OF_VISA);
            case MrzReading.TooLong(int length, int limit) ->
                in.refuse("mrz", CheckRefusal.ZONE_TOO_LONG, limit, length);
            case MrzReading.NotMrz() -> in.refuse("mrz", CheckRefusal.NOT_A_ZONE);
        }
        return in.into(CheckForm::nobody);
    }

    private static Traveller of(Mrz mrz, Countries countries) {
        var nationality = countries.find(mrz.nationality()).map(Country::code).orElse(null);
        var issuer = countries.find(mrz.issuer()).map(Country::code).orElse(null);
        var birth = partial(mrz.birth().parts());
        var expiry = partial(mrz.expiry().parts());
        var sex = switch (mrz.sex()) {
            case FEMALE -> "F";
            case MALE -> "M";
            case UNSPECIFIED -> "X";
        };
        return new Traveller(
                mrz.documentNumber(),
                issuer,
                nationality,
                birth,
                mrz.familyName().isEmpty() ? mrz.givenNames() : mrz.familyName(),
                mrz.familyName().isEmpty() || mrz.givenNames().isEmpty() ? null : mrz.givenNames(),
                sex,
                expiry == null ? null : expiry.latest(),
                mrz.namesTruncated(),
                mrz,
                mrz.isSound() && issuer != null && nationality != null);
    }

    private static @Nullable PartialDate partial(@Nullable DateParts parts) {
        return parts == null || parts.year() == 0
                ? null
                : new PartialDate(parts.year(), parts.month(), parts.day(), false);
    }

    private Outcome<Traveller> fields(Parse in, Countries countries) {
        // Somebody without papers is asked about by name.
        var paper = isTyped(familyName)
                ? in.optionalText("number", number, LONGEST_NUMBER)
                : in.text("number", number, LONGEST_NUMBER);
        if (paper.orNull() != null && DocumentNumbers.key(paper.get()).isEmpty()) {
            in.refuse("number", CheckRefusal.NOT_A_NUMBER);
        }
        var from = isTyped(issuer)
                ? in.found("issuer", issuer, typed -> country(countries, typed, true), CheckRefusal.COUNTRY_UNKNOWN)
                : new Parse.Parsed<String>(null);
        var national = in.found(
                "nationality", nationality, typed -> country(countries, typed, false), CheckRefusal.COUNTRY_UNKNOWN);
        refuseSpecimen(in, countries, "issuer", from.orNull());
        refuseSpecimen(in, countries, "nationality", national.orNull());
        var born = birth(in);
        var family = isTyped(givenNames)
                ? in.text("familyName", familyName, LONGEST_NAME)
                : in.optionalText("familyName", familyName, LONGEST_NAME);
        var given = in.optionalText("givenNames", givenNames, LONGEST_NAME);
        if (isTyped(sex) && !Objects.requireNonNull(sex).strip().matches("[MFXU]")) {
            in.refuse("sex", EdgeRefusal.NOT_IN_LIST);
        }
        return in.into(() -> new Traveller(
                paper.orNull(),
                from.orNull(),
                national.get(),
                born.get(),
                family.orNull(),
                given.orNull(),
                isTyped(sex) ? Objects.requireNonNull(sex).strip() : null,
                null,
                false,
                null,
                true));
    }

    /** "No ban" about somebody who does not exist would be taken for an answer about the one who shows the document. */
    private static void refuseSpecimen(Parse in, Countries countries, String field, @Nullable String code) {
        if (isSpecimen(countries, code)) {
            in.refuse(field, CheckRefusal.SPECIMEN);
        }
    }

    private static boolean isSpecimen(Countries countries, @Nullable String code) {
        return code != null && countries.find(code).filter(Country::specimen).isPresent();
    }

    /** As an official types it, or as the API gives a partial date: 1990-05-00. */
    private Parse.Parsed<PartialDate> birth(Parse in) {
        if (birthDate != null && STORED_DATE.matcher(birthDate.strip()).matches()) {
            try {
                return new Parse.Parsed<>(PartialDate.valueOf(birthDate.strip()));
            } catch (DateTimeException impossible) {
                in.refuse("birthDate", EdgeRefusal.IMPOSSIBLE_DATE, birthDate.strip());
                return new Parse.Parsed<>(null);
            }
        }
        return in.birthDate("birthDate", birthDate);
    }

    private static @Nullable String country(Countries countries, String typed, boolean issuer) {
        return countries
                // A specimen is understood, so that it can be refused in words.
                .accept(typed, country -> country.specimen() || (issuer ? country.isIssuer() : country.isNationality()))
                .map(Country::code)
                .orElse(null);
    }

    private static boolean isTyped(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static Traveller nobody() {
        throw new IllegalStateException("a form with mistakes asks about nobody");
    }
}
