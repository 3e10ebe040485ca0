package lv.vmis.register.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Puts the parts of a word together, each in its usual form first, then with ever more parts in another form. */
final class Spellings {

    // Parts in other forms may give the same word; a long word must not be tried for ever.
    private static final int TRIES = 64;
    private static final int MOST_STEPS = 4;

    private final List<List<String>> parts;
    private final List<Integer> choiceOf = new ArrayList<>();
    private final List<List<String>> choices = new ArrayList<>();
    private final LinkedHashSet<String> found = new LinkedHashSet<>();
    private int tries;

    private Spellings(List<List<String>> parts, boolean alike) {
        this.parts = parts;
        for (var part : parts) {
            int known = alike ? choices.indexOf(part) : -1;
            if (part.size() == 1) {
                choiceOf.add(-1);
            } else if (known >= 0) {
                choiceOf.add(known);
            } else {
                choiceOf.add(choices.size());
                choices.add(part);
            }
        }
    }

    /** Each part chooses its form by itself. */
    static List<String> free(List<List<String>> parts) {
        return new Spellings(parts, false).all();
    }

    /** Parts with the same forms choose the same one: who writes KH for a letter does so throughout the word. */
    static List<String> alike(List<List<String>> parts) {
        return new Spellings(parts, true).all();
    }

    private List<String> all() {
        var chosen = new int[choices.size()];
        for (int steps = 0; steps <= MOST_STEPS && !isEnough(); steps++) {
            choose(0, steps, chosen);
        }
        return List.copyOf(found);
    }

    private boolean isEnough() {
        return found.size() >= Scripts.READINGS || tries >= TRIES;
    }

    // The number of a form in its list is the number of steps it is away from the usual.
    private void choose(int choice, int steps, int[] chosen) {
        if (isEnough()) {
            return;
        }
        if (steps == 0 || choice == chosen.length) {
            if (steps == 0) {
                write(chosen);
            }
            return;
        }
        for (int form = Math.min(choices.get(choice).size() - 1, steps); form >= 0; form--) {
            chosen[choice] = form;
            choose(choice + 1, steps - form, chosen);
        }
    }

    private void write(int[] chosen) {
        tries++;
        var word = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            int choice = choiceOf.get(i);
            word.append(parts.get(i).get(choice < 0 ? 0 : chosen[choice]));
        }
        if (!word.isEmpty()) {
            found.add(word.toString());
        }
    }
}
