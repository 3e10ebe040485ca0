package lv.vmis.register.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reading.Latin;
import lv.vmis.register.reading.WholeName;
import org.jspecify.annotations.Nullable;

/** When two names, birth dates or document numbers count as the same, and when as near. */
final class Names {

    private Names() {}

    static boolean overlap(PartialDate one, PartialDate other) {
        return !one.latest().isBefore(other.earliest()) && !one.earliest().isAfter(other.latest());
    }

    /** Whether the names are the same words in any order, in one of the spellings ICAO allows. */
    static boolean same(Traveller asked, Known.Identity identity) {
        if (asked.familyName() == null) {
            return false;
        }
        if (known(identity, WholeName::keys)
                .anyMatch(WholeName.keys(asked.familyName(), asked.givenNames())::contains)) {
            return true;
        }
        return asked.namesCut()
                && keys(asked.familyName(), asked.givenNames()).stream()
                        .anyMatch(key -> known(identity, Names::keys).anyMatch(whole -> whole.startsWith(key)));
    }

    /** Turns the parts of a name into keys. */
    private interface Keys {
        Set<String> of(@Nullable String... parts);
    }

    private static Stream<String> known(Known.Identity identity, Keys keys) {
        return Stream.of(
                        keys.of(identity.familyName(), identity.givenNames()),
                        keys.of(identity.familyName(), identity.givenNames(), identity.patronymic()),
                        identity.originalName() == null ? Set.<String>of() : keys.of(identity.originalName()))
                .flatMap(Set::stream);
    }

    private static Set<String> keys(@Nullable String... parts) {
        var name = Arrays.stream(parts).filter(part -> part != null).collect(Collectors.joining(" "));
        var keys = new HashSet<>(Latin.foldings(name));
        keys.remove("");
        return keys;
    }

    /** The words of {@code name_key} to look for: the longest of each spelling, since it is the rarest. */
    static List<String> words(String name) {
        return Latin.foldings(name).stream()
                .map(key -> Arrays.stream(key.split(" "))
                        .max(Comparator.comparingInt(String::length))
                        .orElse(""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** Patterns for {@code name_key} where the zone of the document had no more room for the name. */
    static List<String> beginnings(String name) {
        return words(name).stream().map(word -> "% " + word + "%").toList();
    }

    /** Whether one character more, less or other turns one number key into the other. */
    static boolean oneApart(String one, String other) {
        var shorter = one.length() <= other.length() ? one : other;
        var longer = one.length() <= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1 || one.equals(other)) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
            at++;
        }
        var rest = longer.substring(at + 1);
        return rest.equals(shorter.substring(longer.length() == shorter.length() ? at + 1 : at));
    }
}
