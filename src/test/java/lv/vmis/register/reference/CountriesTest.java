package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestConstructor;

@RegisterTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CountriesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Countries countries;

    CountriesTest(Countries countries) {
        this.countries = countries;
    }

    @Test
    void every_country_of_the_iso_standard_is_listed() {
        assertThat(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3))
                .allSatisfy(iso3 -> assertThat(countries.find(iso3)).isPresent());
        assertThat(Locale.getISOCountries())
                .allSatisfy(iso2 -> assertThat(countries.find(iso2)).isPresent());
    }

    @Test
    void codes_are_unique_and_names_are_given() {
        assertThat(countries.all()).extracting(Country::icao).doesNotHaveDuplicates();
        assertThat(countries.all()).extracting(Country::code).doesNotHaveDuplicates();
        assertThat(countries.all()).extracting(Country::nameLv).doesNotHaveDuplicates();
        assertThat(countries.all()).allSatisfy(country -> {
            assertThat(country.nameLv()).isNotBlank().matches("[\\p{IsLatin}0-9 .()/-]+");
            assertThat(country.nameEn()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "D, DEU",
        "D<<, DEU",
        "DE, DEU",
        "deu, DEU",
        "EL, GRC",
        "GR, GRC",
        "UK, GBR",
        "GB, GBR",
        "XK, RKS",
        "XKX, RKS",
        "RKS, RKS",
        "SU, SUN",
        "xxa, XXA",
        "UNK, UNK"
    })
    void a_country_is_found_by_any_of_its_codes(String typed, String code) {
        assertThat(countries.find(typed)).map(Country::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "VNM, VNM",
        "VN, VNM",
        "vjet, VNM",
        "Vietnam, VNM",
        "viet nam, VNM",
        "niger, NER",
        "Nigēra, NER",
        "nigeria, NGA",
        "ASV, USA",
        "krievijas, RUS",
        "sirija, SYR",
        "apatrids, XXA",
        "Turkey, TUR",
        "gruz, GEO"
    })
    void typed_text_that_means_one_country_is_accepted(String typed, String code) {
        assertThat(countries.accept(typed, Country::isNationality))
                .map(Country::code)
                .contains(code);
    }

    @Test
    void text_that_may_mean_several_is_not_accepted_but_offers_them() {
        assertThat(countries.accept("ta", country -> country.kind().equals("stateless")))
                .isEmpty();
        assertThat(countries.accept("dienvid", Country::isNationality)).isEmpty();
        assertThat(countries.accept("", Country::isNationality)).isEmpty();
        assertThat(countries.search("dienvid", Country::isNationality))
                .extracting(Country::code)
                .contains("KOR", "SSD", "ZAF");
        assertThat(countries.search("niger", Country::isNationality).getFirst().code())
                .isEqualTo("NER");
    }

    @Test
    void states_of_the_past_are_for_birth_only_and_specimens_for_nothing() {
        assertThat(countries.nationalities(DAY))
                .extracting(Country::code)
                .doesNotContain("SUN", "UTO")
                .contains("XXA");
        assertThat(countries.birthCountries()).extracting(Country::code).contains("SUN", "YUG", "SCG", "CSK", "DDR");
        assertThat(countries.birthCountries()).extracting(Country::code).doesNotContain("UNO", "UTO", "XXA");
        assertThat(countries.issuers())
                .extracting(Country::code)
                .contains("UNO", "EUE", "RKS")
                .doesNotContain("XXA", "UTO");
    }

    @Test
    void only_citizens_of_latvia_are_no_foreigners() {
        assertThat(countries.all())
                .filteredOn(country -> !country.foreigner())
                .extracting(Country::code)
                .containsExactly("LVA");
    }

    @Test
    void free_movement_is_that_of_the_day() {
        var kingdom = countries.find("GBR").orElseThrow();

        assertThat(kingdom.hasFreeMovement(LocalDate.of(2020, 12, 31))).isTrue();
        assertThat(kingdom.hasFreeMovement(LocalDate.of(2021, 1, 1))).isFalse();
        assertThat(kingdom.euFreeMovement()).isFalse();
        assertThat(countries.all()).filteredOn(Country::euFreeMovement).hasSize(31);
    }

    @Test
    void schengen_membership_is_that_of_the_day() {
        assertThat(countries.isSchengen("HRV", LocalDate.of(2022, 12, 31))).isFalse();
        assertThat(countries.isSchengen("HRV", LocalDate.of(2023, 1, 1))).isTrue();
        assertThat(countries.isSchengen("IRL", DAY)).isFalse();
        assertThat(countries.all().stream().filter(country -> countries.isSchengen(country.code(), DAY)))
                .hasSize(29);
    }

    @Test
    void names_read_in_both_languages() {
        assertThat(countries.name("CZE", Language.LV)).isEqualTo("Čehija");
        assertThat(countries.name("CZE", Language.EN)).isEqualTo("Czechia");
        assertThat(countries.name("???", Language.LV)).isEqualTo("???");
        assertThat(countries.all()).extracting(Country::kind).containsAll(Set.of("state", "historic", "organisation"));
    }
}
