package lv.vmis.register.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Countries by every code in use and by folded names, built once for a snapshot. */
record CountryIndex(Map<String, Country> byCode, List<Named> named) {

    /** A country with the folded names it answers to. */
    record Named(Country country, List<String> names) {

        boolean is(String folded) {
            return names.contains(folded);
        }

        boolean startsWith(String folded) {
            return names.stream().anyMatch(name -> name.startsWith(folded));
        }

        boolean hasWordStartingWith(String folded) {
            return names.stream().anyMatch(name -> name.contains(" " + folded));
        }
    }

    static CountryIndex of(List<Country> countries) {
        var open =
                countries.stream().filter(country -> country.validTo() == null).toList();
        var ended =
                countries.stream().filter(country -> country.validTo() != null).toList();
        var byCode = new HashMap<String, Country>();
        // The first to claim a code keeps it: our key, then ICAO, ISO, Eurostat; States of today before those of the
        // past.
        add(byCode, countries, Country::code);
        add(byCode, countries, Country::icao);
        for (var group : List.of(open, ended)) {
            add(byCode, group, Country::iso3);
            add(byCode, group, Country::iso2);
        }
        add(
                byCode,
                open.stream().filter(country -> country.kind().equals("state")).toList(),
                Country::eurostat);
        var named = countries.stream()
                .map(country -> new Named(country, names(country)))
                .toList();
        return new CountryIndex(Map.copyOf(byCode), named);
    }

    private static void add(
            Map<String, Country> byCode, List<Country> countries, Function<Country, @Nullable String> code) {
        for (var country : countries) {
            var key = code.apply(country);
            if (key != null) {
                byCode.putIfAbsent(key, country);
            }
        }
    }

    private static List<String> names(Country country) {
        var names = new ArrayList<String>();
        Stream.concat(
                        Stream.of(country.nameLv(), country.nameEn()),
                        Stream.of(country.otherNames().split(";", -1)))
                .map(Folded::of)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return List.copyOf(names);
    }
}
