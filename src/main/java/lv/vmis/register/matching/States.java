package lv.vmis.register.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of nationalities that occur, each once; and which States came of which. */
final class States {

    private static final String[] NONE = {};

    // Passports of States that are no more are still shown (ISO 3166-3); whoever held one has a passport of a
    // successor.
    private static final Map<String, Set<String>> SUCCESSORS = Map.of(
            "SUN",
            Set.of(
                    "RUS", "UKR", "BLR", "MDA", "EST", "LVA", "LTU", "GEO", "ARM", "AZE", "KAZ", "KGZ", "UZB", "TKM",
                    "TJK"),
            "YUG",
            Set.of("SRB", "HRV", "BIH", "SVN", "MKD", "MNE", "RKS", "XKX", "SCG"),
            "SCG",
            Set.of("SRB", "MNE", "RKS", "XKX"),
            "CSK",
            Set.of("CZE", "SVK"),
            "DDR",
            Set.of("D", "DEU"),
            "D",
            Set.of("DEU"),
            "RKS",
            Set.of("XKX", "SRB"),
            "GBR",
            Set.of("GBD", "GBN", "GBO", "GBP", "GBS"));

    // ICAO 9303-3: stateless persons, refugees and persons of unspecified nationality.
    private static final Set<String> NO_STATE = Set.of("XXA", "XXB", "XXC", "XXX", "UNK", "ZZZ");

    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final List<String[]> lists = new ArrayList<>();

    /** How two lists of nationalities stand to each other. */
    enum Relation {
        MISSING,
        SAME,
        KIN,
        DIFFERENT;

        private static final Relation[] ALL = values();

        static Relation of(int ordinal) {
            return ALL[ordinal];
        }
    }

    States() {
        lists.add(NONE);
        numbers.put(List.of(), 0);
    }

    /** The number of a list; after 32 767 different lists, that of the empty one. */
    int number(List<String> nationalities) {
        var known = numbers.get(nationalities);
        if (known != null) {
            return known;
        }
        if (lists.size() > Short.MAX_VALUE) {
            return 0;
        }
        lists.add(nationalities.toArray(String[]::new));
        numbers.put(List.copyOf(nationalities), lists.size() - 1);
        return lists.size() - 1;
    }

    String[] of(int number) {
        return lists.get(number);
    }

    int count() {
        return lists.size();
    }

    static Relation compare(List<String> asked, String[] known) {
        var relation = Relation.MISSING;
        for (var one : asked) {
            for (var other : known) {
                if (one.equals(other)) {
                    return Relation.SAME;
                }
                if (isKin(one, other) || isKin(other, one)) {
                    relation = Relation.KIN;
                } else if (relation == Relation.MISSING && !NO_STATE.contains(one) && !NO_STATE.contains(other)) {
                    relation = Relation.DIFFERENT;
                }
            }
        }
        return relation;
    }

    private static boolean isKin(String before, String after) {
        return SUCCESSORS.getOrDefault(before, Set.of()).contains(after);
    }
}
