package lv.vmis.register.bench;

import java.util.Comparator;
import java.util.List;

/** Names that are taken for each other. */
final class Alike {

    private Alike() {}

    /** The five words of a list that are nearest to a word and are not it. */
    static List<Word> to(Word word, Shares<Word> list) {
        var own = shown(word);
        return list.things().stream()
                .filter(other -> !shown(other).equals(own))
                .sorted(Comparator.comparingDouble(other -> -NameLikeness.jaroWinkler(own, shown(other))))
                .limit(5)
                .toList();
    }

    private static String shown(Word word) {
        return word.latin().isEmpty() ? word.original() : word.latin().getFirst();
    }
}
