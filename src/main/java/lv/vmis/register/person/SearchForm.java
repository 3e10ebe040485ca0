package lv.vmis.register.person;

import java.time.LocalDate;
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
        @Nullable String personalCode) {

    static final SearchForm EMPTY = new SearchForm(null, null, null, null, null);

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
                null);
        if (!in.hasMistakes() && criteria.isEmpty()) {
            in.refuse("name", PersonRefusal.NOTHING_TO_SEARCH);
        }
        return in.into(() -> criteria);
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
