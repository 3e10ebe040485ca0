package lv.vmis.register.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reading.PersonalCode;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Country;
import org.jspecify.annotations.Nullable;

/** What is typed into the search page. */
public record SearchForm(
        @Nullable String name,
        @Nullable String birthDate,
        @Nullable String nationality,
        @Nullable String documentNumber,
        @Nullable String personalCode,
        @Nullable String matter,
        @Nullable String sex,
        @Nullable String place,
        @Nullable String foundFrom,
        @Nullable String foundTo,
        @Nullable String decidedFrom,
        @Nullable String decidedTo,
        @Nullable List<String> status) {

    private static final Set<String> SEXES = Set.of("M", "F", "X", "U");

    static final SearchForm EMPTY =
            new SearchForm(null, null, null, null, null, null, null, null, null, null, null, null, null);

    Outcome<SearchCriteria> parse(Countries countries, LocalDate today) {
        var in = new Parse(today);
        var typedName = in.optionalText("name", name, 200);
        var birth =
                isBlank(birthDate) ? null : in.birthDate("birthDate", birthDate).orNull();
        var country = isBlank(nationality)
                ? null
                : in.found(
                                "nationality",
                                nationality,
                                typed -> countries
                                        .accept(typed, Country::isNationality)
                                        .map(Country::code)
                                        .orElse(null),
                                PersonRefusal.COUNTRY_UNKNOWN)
                        .orNull();
        var number = in.optionalText("documentNumber", documentNumber, 40);
        var code = in.optionalText("personalCode", personalCode, 40);
        var narrowing = narrowing(in);
        if (typedName.orNull() != null && typedName.get().length() < 3) {
            in.refuse("name", PersonRefusal.NAME_TOO_SHORT);
        }
        var criteria = new SearchCriteria(
                typedName.orNull(),
                birth == null ? null : birth.toString(),
                country,
                number.orNull(),
                null,
                normal(code.orNull()),
                null,
                null,
                null,
                narrowing.isEmpty() ? null : narrowing);
        if (!in.hasMistakes() && criteria.isEmpty()) {
            in.refuse("name", PersonRefusal.NOTHING_TO_SEARCH);
        }
        return in.into(() -> criteria);
    }

    /** Whether anything of the second part is asked for, so that it stands open. */
    public boolean isNarrowed() {
        return Stream.of(matter, sex, place, foundFrom, foundTo, decidedFrom, decidedTo)
                        .anyMatch(text -> !isBlank(text))
                || !statuses().isEmpty();
    }

    public List<String> statuses() {
        return status == null ? List.of() : status;
    }

    private Narrowing narrowing(Parse in) {
        var number = in.optionalText("matter", matter, 40);
        var where = in.optionalText("place", place, 200);
        var found = days(in, "found", foundFrom, foundTo);
        var decided = days(in, "decided", decidedFrom, decidedTo);
        var gender = isBlank(sex) ? null : in.code("sex", sex, SEXES::contains).orNull();
        var stands = new ArrayList<Narrowing.Status>();
        for (var marked : statuses()) {
            var read = in.oneOf("status", marked, Narrowing.Status.class);
            if (read.orNull() != null && !stands.contains(read.get())) {
                stands.add(read.get());
            }
        }
        return new Narrowing(
                number.orNull() == null ? null : number.get().toUpperCase(Locale.ROOT),
                gender,
                where.orNull(),
                found.from(),
                found.to(),
                decided.from(),
                decided.to(),
                stands);
    }

    private record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    private static Days days(Parse in, String field, @Nullable String from, @Nullable String to) {
        var first = in.optionalDay(field + "From", from).orNull();
        var last = in.optionalDay(field + "To", to).orNull();
        if (first != null && last != null && last.isBefore(first)) {
            in.refuse(field + "To", PersonRefusal.ENDS_BEFORE_IT_BEGINS);
        }
        return new Days(first, last);
    }

    private static @Nullable String normal(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (PersonalCode.parse(code)) {
            case PersonalCode.Reading.Old old -> old.code().toString();
            case PersonalCode.Reading.New fresh -> fresh.code().toString();
            case PersonalCode.Reading.BadChecksum _,
                    PersonalCode.Reading.ImpossibleDate _,
                    PersonalCode.Reading.NotACode _ -> code;
        };
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
