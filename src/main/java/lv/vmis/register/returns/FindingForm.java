package lv.vmis.register.returns;

import java.time.LocalDate;
import java.util.function.Predicate;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Parse.Parsed;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.reading.PersonalCode;
import lv.vmis.register.reference.BorderCrossingPoints;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import lv.vmis.register.reference.LegalBases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A finding as typed: who was found, unless he is in the register, and where, when and why.
 *
 * @param openCase of a known person whose return is open: the case the finding belongs to, or {@code NEW}
 * @param distinctFrom numbers of persons who were shown as likely to be the new one, when he is none of them
 */
public record FindingForm(
        @Nullable String key,
        @Nullable String from,
        @Nullable String person,
        @Nullable String together,
        @Nullable String openCase,
        @Nullable String distinctFrom,
        @Nullable String familyName,
        @Nullable String givenNames,
        @Nullable String patronymic,
        @Nullable String originalName,
        @Nullable String sex,
        @Nullable String birthDate,
        @Nullable String birthCountry,
        @Nullable String birthPlace,
        @Nullable String nationality,
        @Nullable String nationalityType,
        @Nullable String personalCode,
        @Nullable String documentType,
        @Nullable String documentNumber,
        @Nullable String documentIssuer,
        @Nullable String documentAuthority,
        @Nullable String documentIssuedOn,
        @Nullable String documentExpiresOn,
        @Nullable String mrz,
        @Nullable String addressCountry,
        @Nullable String addressText,
        @Nullable String foundOn,
        @Nullable String placeKind,
        @Nullable String crossingPoint,
        @Nullable String place,
        @Nullable String circumstances,
        @Nullable String legalBasis) {

    /** The circumstances alone, without anybody. */
    static FindingForm circumstances(
            @Nullable String foundOn,
            @Nullable String placeKind,
            @Nullable String crossingPoint,
            @Nullable String place,
            @Nullable String circumstances,
            @Nullable String legalBasis) {
        return new FindingForm(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                foundOn,
                placeKind,
                crossingPoint,
                place,
                circumstances,
                legalBasis);
    }

    /** Reads the form against the code lists in force. */
    @Component
    static class Reader {

        private static final int NAME = 100;
        private static final int PLACE = 200;
        private static final int STORY = 4000;
        /** Three lines of thirty characters are the longest. */
        private static final int MRZ = 100;

        private final Countries countries;
        private final Codes codes;
        private final LegalBases bases;
        private final BorderCrossingPoints crossingPoints;

        Reader(Countries countries, Codes codes, LegalBases bases, BorderCrossingPoints crossingPoints) {
            this.countries = countries;
            this.codes = codes;
            this.bases = bases;
            this.crossingPoints = crossingPoints;
        }

        Outcome<EnterFinding.Input> read(FindingForm form, LocalDate today) {
            var in = new Parse(today);
            var known = person(form);
            var fresh = known == null ? person(form, in, today) : new Parsed<NewPerson>(null);
            var facts = facts(form, in, today);
            return in.into(() -> new EnterFinding.Input(
                    known,
                    fresh.orNull(),
                    known == null || form.together != null || FindingChoices.NEW_CASE.equals(form.openCase)
                            ? null
                            : Parse.optionalId("openCase", form.openCase),
                    Parse.optionalId("together", form.together),
                    facts.get(),
                    Parse.numbers("distinctFrom", form.distinctFrom)));
        }

        /** The circumstances; nothing when there is a mistake in them. */
        Parsed<EnterFinding.Facts> facts(FindingForm form, Parse in, LocalDate today) {
            var foundOn = in.pastDay("foundOn", form.foundOn);
            var placeKind =
                    in.code("placeKind", form.placeKind, typed -> codes.isInForce("finding_place_kind", typed, today));
            var crossingPoint = crossingPoint(form, in, foundOn.orNull() == null ? today : foundOn.get());
            var place = in.text("place", form.place, PLACE);
            var circumstances = in.text("circumstances", form.circumstances, STORY);
            var basisDay = foundOn.orNull() == null ? today : foundOn.get();
            var basis = in.code(
                    "legalBasis",
                    form.legalBasis,
                    typed -> bases.inForce("finding", basisDay).stream()
                            .anyMatch(one -> one.code().equals(typed)));
            if (in.hasMistakes()) {
                return new Parsed<>(null);
            }
            return new Parsed<>(new EnterFinding.Facts(
                    foundOn.get(),
                    placeKind.get(),
                    crossingPoint.orNull(),
                    place.get(),
                    circumstances.get(),
                    basis.get()));
        }

        private static @Nullable PersonId person(FindingForm form) {
            var id = Parse.optionalId("person", form.person);
            return id == null ? null : new PersonId(id);
        }

        private Parsed<String> crossingPoint(FindingForm form, Parse in, LocalDate day) {
            var atBorder = "BCP_ENTRY".equals(form.placeKind) || "BCP_EXIT".equals(form.placeKind);
            if (isBlank(form.crossingPoint)) {
                if (atBorder) {
                    in.refuse("crossingPoint", ReturnsRefusal.CROSSING_POINT_NEEDED);
                }
                return new Parsed<>(null);
            }
            return in.code(
                    "crossingPoint",
                    form.crossingPoint,
                    typed -> crossingPoints.usable(day).stream()
                            .anyMatch(point -> point.code().equals(typed)));
        }

        Parsed<NewPerson> person(FindingForm form, Parse in, LocalDate today) {
            var family = in.text("familyName", form.familyName, NAME);
            var given = in.optionalText("givenNames", form.givenNames, NAME);
            var patronymic = in.optionalText("patronymic", form.patronymic, NAME);
            var original = in.optionalText("originalName", form.originalName, PLACE);
            var sex = in.code("sex", form.sex, typed -> codes.isInForce("sex", typed, today));
            var birth = in.birthDate("birthDate", form.birthDate);
            var birthCountry = country(in, "birthCountry", form.birthCountry, Country::isBirthCountry, false);
            var birthPlace = in.optionalText("birthPlace", form.birthPlace, PLACE);
            // A specimen is understood, so that it can be refused in words.
            var nationality =
                    country(in, "nationality", form.nationality, one -> one.isNationality() || one.specimen(), true);
            var type = in.code(
                    "nationalityType",
                    form.nationalityType,
                    typed -> codes.isInForce("nationality_type", typed, today));
            var code = in.optionalText("personalCode", form.personalCode, NAME);
            refuseCitizens(in, nationality.orNull(), type.orNull(), code.orNull());
            var document = document(form, in, today);
            var address = address(form, in);
            if (in.hasMistakes()) {
                return new Parsed<>(null);
            }
            return new Parsed<>(new NewPerson(
                    family.get(),
                    given.orNull(),
                    patronymic.orNull(),
                    original.orNull(),
                    sex.get(),
                    birth.get(),
                    birthCountry.orNull(),
                    birthPlace.orNull(),
                    nationality.get(),
                    type.get(),
                    code.orNull(),
                    isBlank(form.mrz) ? document.orNull() == null ? "STATED" : "DOCUMENT" : "MRZ",
                    document.orNull(),
                    address.orNull()));
        }

        /** The register holds foreigners: neither citizens nor non-citizens of Latvia (Immigration Law s. 1). */
        private void refuseCitizens(
                Parse in, @Nullable String nationality, @Nullable String type, @Nullable String code) {
            if ("LVA".equals(nationality)) {
                in.refuse(
                        "nationality",
                        "NON_CITIZEN".equals(type) ? ReturnsRefusal.NON_CITIZEN : ReturnsRefusal.CITIZEN);
            } else if ("NON_CITIZEN".equals(type)) {
                in.refuse("nationalityType", ReturnsRefusal.NON_CITIZEN);
            }
            if (nationality != null
                    && countries.find(nationality).filter(Country::specimen).isPresent()) {
                in.refuse("nationality", ReturnsRefusal.SPECIMEN);
            }
            if (code != null && PersonalCode.parse(code) instanceof PersonalCode.Reading.BadChecksum) {
                in.refuse("personalCode", ReturnsRefusal.CODE_CHECKSUM);
            }
        }

        private Parsed<NewPerson.NewDocument> document(FindingForm form, Parse in, LocalDate today) {
            if (isBlank(form.documentNumber)) {
                return new Parsed<>(null);
            }
            var type =
                    in.code("documentType", form.documentType, typed -> codes.isInForce("document_type", typed, today));
            var number = in.text("documentNumber", form.documentNumber, 40);
            if (number.orNull() != null && number.get().codePoints().noneMatch(Character::isLetterOrDigit)) {
                in.refuse("documentNumber", EdgeRefusal.UNREADABLE_CHARACTERS);
            }
            var issuer = country(in, "documentIssuer", form.documentIssuer, Country::isIssuer, true);
            var authority = in.optionalText("documentAuthority", form.documentAuthority, PLACE);
            var issued = in.optionalDay("documentIssuedOn", form.documentIssuedOn);
            var expires = in.optionalDay("documentExpiresOn", form.documentExpiresOn);
            if (issued.orNull() != null && issued.get().isAfter(today)) {
                in.refuse("documentIssuedOn", EdgeRefusal.DATE_IN_FUTURE);
            }
            if (issued.orNull() != null
                    && expires.orNull() != null
                    && issued.get().isAfter(expires.get())) {
                in.refuse("documentExpiresOn", ReturnsRefusal.ISSUED_AFTER_EXPIRY);
            }
            var zone = in.optionalText("mrz", form.mrz, MRZ);
            if (in.hasMistakes()) {
                return new Parsed<>(null);
            }
            return new Parsed<>(new NewPerson.NewDocument(
                    type.get(),
                    number.get(),
                    issuer.get(),
                    authority.orNull(),
                    issued.orNull(),
                    expires.orNull(),
                    zone.orNull()));
        }

        private Parsed<NewPerson.NewAddress> address(FindingForm form, Parse in) {
            var text = in.optionalText("addressText", form.addressText, STORY);
            if (text.orNull() == null) {
                return new Parsed<>(null);
            }
            var country = country(in, "addressCountry", form.addressCountry, Country::isIssuer, true);
            return country.orNull() == null
                    ? new Parsed<>(null)
                    : new Parsed<>(new NewPerson.NewAddress(country.get(), text.get()));
        }

        private Parsed<String> country(
                Parse in, String field, @Nullable String typed, Predicate<Country> allowed, boolean needed) {
            if (isBlank(typed) && !needed) {
                return new Parsed<>(null);
            }
            return in.found(
                    field,
                    typed,
                    text -> countries.accept(text, allowed).map(Country::code).orElse(null),
                    ReturnsRefusal.COUNTRY_UNKNOWN);
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }
}
