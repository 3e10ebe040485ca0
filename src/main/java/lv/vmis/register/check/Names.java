package lv.vmis.register.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reading.Latin;
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
        var said = keys(asked.familyName(), asked.givenNames(), null);
        var known = keys(identity.familyName(), identity.givenNames(), null);
        known.addAll(keys(identity.familyName(), identity.givenNames(), identity.patronymic()));
        if (identity.originalName() != null) {
            known.addAll(keys(identity.originalName(), null, null));
        }
        if (said.stream()
                .map(Names::sorted)
                .anyMatch(known.stream().map(Names::sorted).collect(Collectors.toSet())::contains)) {
            return true;
        }
        return asked.namesCut()
                && said.stream().anyMatch(key -> known.stream().anyMatch(whole -> whole.startsWith(key)));
    }

    private static Set<String> keys(String family, @Nullable String given, @Nullable String patronymic) {
        var name = family + (given == null ? "" : " " + given) + (patronymic == null ? "" : " " + patronymic);
        var keys = new HashSet<>(Latin.foldings(name));
        keys.remove("");
        return keys;
    }

    private static String sorted(String key) {
        return Arrays.stream(key.split(" ")).sorted().collect(Collectors.joining(" "));
    }

    /** Patterns for {@code name_key}: the longest word of each spelling, since it is the rarest. */
    static List<String> patterns(String name, boolean cut) {
        return Latin.foldings(name).stream()
                .map(key -> Arrays.stream(key.split(" "))
                        .max(Comparator.comparingInt(String::length))
                        .orElse(""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(word -> cut ? "% " + word + "%" : "% " + word + " %")
                .toList();
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
