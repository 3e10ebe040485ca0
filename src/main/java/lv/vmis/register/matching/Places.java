package lv.vmis.register.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.vmis.register.reading.Scripts;

/** The places of birth that occur, each once, as the keys of the first word that tells one place from another. */
final class Places {

    private static final Set<String> KINDS = Set.of(
            "CITY",
            "TOWN",
            "VILLAGE",
            "REGION",
            "DISTRICT",
            "PROVINCE",
            "OBLAST",
            "OBL",
            "RAION",
            "RAJON",
            "GOROD",
            "SELO",
            "VILOYATI",
            "VILAYET",
            "PILSETA",
            "NOVADS",
            "PAGASTS",
            "CIEMS",
            "RAJONS",
            "APGABALS");

    private static final int SHORTEST = 3;
    /** Keys of so many sounds may differ by one, of so many by two. */
    private static final int ONE_OFF = 5;

    private static final int TWO_OFF = 7;

    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final List<List<String>> places = new ArrayList<>();

    /** How two places stand to each other. */
    enum Relation {
        MISSING,
        SAME,
        DIFFERENT
    }

    Places() {
        number(List.of());
    }

    /** The number of a place; 0 is that of none. */
    int number(List<String> keys) {
        return numbers.computeIfAbsent(keys, place -> {
            places.add(place);
            return places.size() - 1;
        });
    }

    List<String> of(int number) {
        return places.get(number);
    }

    /** What a place is compared by; nothing if nothing of it can be read, or its vowels are not written. */
    static List<String> keys(String place) {
        for (var word : Scripts.read(place)) {
            if (word.vowelless() || word.latin().isEmpty()) {
                return List.of();
            }
            var latin = word.latin().getFirst();
            if (latin.length() >= SHORTEST && !KINDS.contains(latin)) {
                return Fold.keys(NameReader.cut(latin));
            }
        }
        return List.of();
    }

    /** Places are spelt in many ways and named after a town or what is around it: what is nearly the same is the same. */
    static Relation compare(List<String> asked, List<String> known) {
        if (asked.isEmpty() || known.isEmpty()) {
            return Relation.MISSING;
        }
        for (var one : asked) {
            for (var other : known) {
                int length = Math.min(one.length(), other.length());
                int off = length >= TWO_OFF ? 2 : length >= ONE_OFF ? 1 : 0;
                if (Edits.atMost(one, other, off)) {
                    return Relation.SAME;
                }
            }
        }
        return Relation.DIFFERENT;
    }
}
