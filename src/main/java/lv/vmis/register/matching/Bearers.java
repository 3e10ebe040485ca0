package lv.vmis.register.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many persons have a word that agrees with a word of a question. Few are counted one by one, for somebody whose name is
 * written in several ways has several such words; among many he makes no difference.
 */
final class Bearers {

    private static final int FEW = 50;

    private static final int SAME_NAME = Level.FOLD.ordinal();

    private final long[] upTo = new long[Level.COUNT];
    private final Set<Long> persons = new HashSet<>();
    private final Set<Long> home = new HashSet<>();
    private long atHome;

    Bearers(List<View> views, List<Expansion> expansions, List<StateRelations> relations, int i) {
        long sum = 0;
        long again = 0;
        for (int level = 0; level < Level.COUNT; level++) {
            for (var expansion : expansions) {
                sum += expansion.bearers[i][level];
            }
            if (sum > 0 && sum <= FEW) {
                for (int part = 0; part < views.size(); part++) {
                    collect(views.get(part), expansions.get(part), relations.get(part), i, level);
                }
                again = sum - persons.size();
            }
            upTo[level] = sum - again;
            if (level == SAME_NAME) {
                atHome = sum > FEW ? many(views, expansions, relations, i) : home.size();
            }
        }
    }

    private static long many(List<View> views, List<Expansion> expansions, List<StateRelations> relations, int i) {
        long atHome = 0;
        for (int part = 0; part < views.size(); part++) {
            var words = expansions.get(part).words[i];
            for (int n = 0; n < words.size(); n++) {
                if (expansions.get(part).level(words.get(n), i) <= SAME_NAME) {
                    atHome += views.get(part).segment().bearersAtHome(words.get(n), relations.get(part));
                }
            }
        }
        return atHome;
    }

    private void collect(View view, Expansion expansion, StateRelations relations, int i, int level) {
        var segment = view.segment();
        var words = expansion.words[i];
        for (int n = 0; n < words.size(); n++) {
            int word = words.get(n);
            if (expansion.level(word, i) != level) {
                continue;
            }
            int end = segment.postingFrom(word + 1);
            for (int at = segment.postingFrom(word); at < end; at++) {
                int row = (int) (segment.posting(at) >>> Integer.SIZE);
                long person = segment.person(row);
                if (view.gone().is(person)) {
                    continue;
                }
                persons.add(person);
                if (level <= SAME_NAME && relations.of(row) == States.Relation.SAME) {
                    home.add(person);
                }
            }
        }
    }

    /** How many have the same name, as written or as it sounds. */
    long named() {
        return upTo[SAME_NAME];
    }

    /** How many of those are of the State asked about. */
    long atHome() {
        return atHome;
    }

    /** How many agree at a level, by its ordinal, or a stronger one. */
    long upTo(int level) {
        return upTo[level];
    }
}
