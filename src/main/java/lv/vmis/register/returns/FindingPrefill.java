package lv.vmis.register.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.SearchCriteria;
import lv.vmis.register.reading.DateParts;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reading.MrzReading;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import lv.vmis.register.reference.LegalBases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the finding form with what is known: the document that was read, today, and the place of the last finding. */
@Component
class FindingPrefill {

    private final ReturnCases cases;
    private final Countries countries;
    private final LegalBases bases;
    private final TransactionTemplate transaction;

    FindingPrefill(ReturnCases cases, Countries countries, LegalBases bases, PlatformTransactionManager transactions) {
        this.cases = cases;
        this.countries = countries;
        this.bases = bases;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The case of whoever was found first. */
    Optional<ReturnCase> foundFirst(UUID together) {
        return Objects.requireNonNull(transaction.execute(_ -> cases.find(together)));
    }

    FindingForm form(
            Frame f,
            Actor by,
            UUID key,
            @Nullable UUID from,
            @Nullable UUID person,
            @Nullable UUID together,
            @Nullable SearchCriteria searched) {
        var mrz = mrz(searched, f.today());
        var last = transaction.execute(_ -> together == null
                ? cases.lastFinding(by).orElse(null)
                : cases.findings(together).stream().findFirst().orElse(null));
        var same = together == null ? null : last;
        return new FindingForm(
                key.toString(),
                textOf(from),
                textOf(person),
                textOf(together),
                person == null ? null : openCase(new PersonId(person)),
                null,
                mrz != null ? capitalised(mrz.familyName()) : searched == null ? null : surname(searched.name()),
                mrz != null ? capitalised(mrz.givenNames()) : searched == null ? null : given(searched.name()),
                null,
                null,
                mrz == null ? null : sex(mrz),
                birth(mrz, searched),
                null,
                null,
                name(f, mrz != null ? mrz.nationality() : searched == null ? null : searched.nationality()),
                mrz == null ? "CITIZEN" : nationalityType(mrz.nationality()),
                searched == null ? null : searched.personalCode(),
                mrz == null ? "P" : documentType(mrz.documentCode()),
                mrz != null ? mrz.documentNumber() : searched == null ? null : searched.documentNumber(),
                name(f, mrz != null ? mrz.issuer() : searched == null ? null : searched.documentIssuer()),
                null,
                null,
                mrz == null ? null : shown(mrz.expiry().parts()),
                mrz == null ? null : mrz.emit(),
                null,
                null,
                f.day(same == null ? f.today() : same.foundOn()),
                last == null ? "INLAND" : last.placeKind(),
                last == null ? null : last.crossingPoint(),
                last == null ? null : last.place(),
                same == null ? null : same.circumstances(),
                same != null
                        ? same.legalBasis()
                        : bases.inForce("finding", f.today(), by.institution())
                                .getFirst()
                                .code());
    }

    /** The cases of a person whose return is still open. */
    List<ReturnCase> open(PersonId person) {
        return Objects.requireNonNull(transaction.execute(_ -> cases.openOf(person)));
    }

    /** What may be chosen of his open cases, and a new one; nothing where none is open. */
    List<Option> openCases(Frame f, @Nullable PersonId person) {
        var open = person == null ? List.<ReturnCase>of() : open(person);
        return open.isEmpty()
                ? List.of()
                : Stream.concat(
                                open.stream()
                                        .map(one -> new Option(
                                                one.id().toString(),
                                                f.t("returns.open-case", one.number(), f.day(one.openedOn())))),
                                Stream.of(new Option(FindingChoices.NEW_CASE, f.t("returns.open-case-new"))))
                        .toList();
    }

    // Who is found again is still to leave under the case that is open.
    private @Nullable String openCase(PersonId person) {
        return open(person).stream()
                .findFirst()
                .map(open -> open.id().toString())
                .orElse(null);
    }

    /** The circumstances of those found together. */
    static FindingForm circumstances(FamilyForm family) {
        return FindingForm.circumstances(
                family.foundOn(),
                family.placeKind(),
                family.crossingPoint(),
                family.place(),
                family.circumstances(),
                family.legalBasis());
    }

    /** The form of one of those found together, as his document tells who he is. */
    FindingForm member(Frame f, FamilyForm family, Mrz mrz) {
        return new FindingForm(
                null,
                null,
                null,
                null,
                null,
                null,
                capitalised(mrz.familyName()),
                capitalised(mrz.givenNames()),
                null,
                null,
                sex(mrz),
                birth(mrz, null),
                null,
                null,
                name(f, mrz.nationality()),
                nationalityType(mrz.nationality()),
                null,
                documentType(mrz.documentCode()),
                mrz.documentNumber(),
                name(f, mrz.issuer()),
                null,
                null,
                shown(mrz.expiry().parts()),
                mrz.emit(),
                null,
                null,
                family.foundOn(),
                family.placeKind(),
                family.crossingPoint(),
                family.place(),
                family.circumstances(),
                family.legalBasis());
    }

    private static @Nullable Mrz mrz(@Nullable SearchCriteria searched, LocalDate today) {
        return searched != null
                        && searched.mrz() != null
                        && searched.typed() != null
                        && Mrz.read(searched.typed(), today) instanceof MrzReading.Read(var mrz)
                ? mrz
                : null;
    }

    private static @Nullable String birth(@Nullable Mrz mrz, @Nullable SearchCriteria searched) {
        if (mrz != null) {
            return shown(mrz.birth().parts());
        }
        return searched == null || searched.birthDate() == null
                ? null
                : PartialDate.valueOf(searched.birthDate()).shown();
    }

    private static @Nullable String shown(@Nullable DateParts parts) {
        return parts == null || parts.year() == 0
                ? null
                : new PartialDate(parts.year(), parts.month(), parts.day(), false).shown();
    }

    private @Nullable String name(Frame f, @Nullable String code) {
        return code == null
                ? null
                : countries
                        .find(code)
                        .map(country -> country.name(f.language()))
                        .orElse(code);
    }

    private static String sex(Mrz mrz) {
        return switch (mrz.sex()) {
            case FEMALE -> "F";
            case MALE -> "M";
            case UNSPECIFIED -> "X";
        };
    }

    /** ICAO 9303-3 section 5 codes of people without a nationality. */
    private String nationalityType(String code) {
        return switch (code) {
            case "XXA" -> "STATELESS";
            case "XXB", "XXC" -> "REFUGEE";
            case "XXX" -> "UNKNOWN";
            default -> countries.find(code).map(Country::code).isPresent() ? "CITIZEN" : "UNKNOWN";
        };
    }

    /** The first letter of the document code says the kind; the second is the issuer's own (ICAO 9303-4, -5, -6). */
    private static String documentType(String code) {
        return code.startsWith("P")
                ? "P"
                : code.startsWith("I") || code.startsWith("A") || code.startsWith("C") ? "ID" : "OTHER";
    }

    /** "NGUYEN VAN" of the zone is "Nguyen Van" in a text. */
    private static String capitalised(String printed) {
        var out = new StringBuilder();
        var start = true;
        for (var letter : printed.toLowerCase(Locale.ROOT).toCharArray()) {
            out.append(start ? Character.toUpperCase(letter) : letter);
            start = letter == ' ' || letter == '-';
        }
        return out.toString();
    }

    private static @Nullable String surname(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private static @Nullable String given(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var space = name.indexOf(' ');
        return space < 0 ? null : name.substring(space + 1);
    }

    private static @Nullable String textOf(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
