package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import lv.vmis.register.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Countries and special codes, found by any code or by what an official types: {@code VNM}, {@code vn}, {@code vjet}. */
@Component
public class Countries {

    private final Supplier<Lists> lists;

    @Autowired
    Countries(ReferenceData data) {
        this(() -> {
            var now = data.now();
            return new Lists(now.countries(), now.countryIndex(), now.schengenMembers());
        });
    }

    private Countries(Supplier<Lists> lists) {
        this.lists = lists;
    }

    private record Lists(List<Country> countries, CountryIndex index, List<SchengenMember> schengenMembers) {}

    /** Countries as a list that was taken along names them; of the Schengen area it knows nothing. */
    public static Countries of(List<Country> countries) {
        var taken = new Lists(List.copyOf(countries), CountryIndex.of(countries), List.of());
        return new Countries(() -> taken);
    }

    public List<Country> all() {
        return lists.get().countries();
    }

    /** By our key, ICAO (D, or D with fillers), ISO alpha-3 or alpha-2, or Eurostat code, in any case. */
    public Optional<Country> find(String code) {
        var plain = code.replace('<', ' ').strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(lists.get().index().byCode().get(plain));
    }

    public String name(String code, Language language) {
        return find(code).map(found -> found.name(language)).orElse(code);
    }

    /**
     * What the typed text may mean, best first: the code, the exact name, names that start so, names with a word that starts
     * so. Upper and lower case and diacritics do not matter.
     */
    public List<Country> search(String typed, Predicate<Country> allowed) {
        var folded = Folded.of(typed);
        if (folded.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashSet<Country>();
        find(typed).ifPresent(found::add);
        var named = lists.get().index().named();
        List<Predicate<CountryIndex.Named>> steps = List.of(
                name -> name.is(folded), name -> name.startsWith(folded), name -> name.hasWordStartingWith(folded));
        for (var step : steps) {
            named.stream().filter(step).map(CountryIndex.Named::country).forEach(found::add);
        }
        return found.stream().filter(allowed).toList();
    }

    /** The one country the typed text means: a code, an exact name, or the only name that starts so; otherwise nothing. */
    public Optional<Country> accept(String typed, Predicate<Country> allowed) {
        var byCode = find(typed).filter(allowed);
        if (byCode.isPresent()) {
            return byCode;
        }
        var folded = Folded.of(typed);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        var named = lists.get().index().named().stream()
                .filter(name -> allowed.test(name.country()))
                .toList();
        return only(named, name -> name.is(folded)).or(() -> only(named, name -> name.startsWith(folded)));
    }

    public List<Country> nationalities(LocalDate day) {
        return choose(country -> country.isNationality() && country.isInForce(day));
    }

    /** States of the past stay: a person may have been born in one. */
    public List<Country> birthCountries() {
        return choose(Country::isBirthCountry);
    }

    public List<Country> issuers() {
        return choose(Country::isIssuer);
    }

    public boolean isSchengen(String code, LocalDate day) {
        return lists.get().schengenMembers().stream()
                .anyMatch(member -> member.country().equals(code) && member.isInForce(day));
    }

    /** Whether somebody there is still in a State of the EU, the EEA, Switzerland or the Schengen area on the day. */
    public boolean isMemberOrSchengen(String code, LocalDate day) {
        return isSchengen(code, day)
                || find(code).filter(country -> country.hasFreeMovement(day)).isPresent();
    }

    private List<Country> choose(Predicate<Country> allowed) {
        return all().stream().filter(allowed).toList();
    }

    private static Optional<Country> only(List<CountryIndex.Named> named, Predicate<CountryIndex.Named> step) {
        var found = new ArrayList<Country>();
        named.stream().filter(step).map(CountryIndex.Named::country).forEach(found::add);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
