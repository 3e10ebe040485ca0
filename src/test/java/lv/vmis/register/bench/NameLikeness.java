package lv.vmis.register.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Plain measures of how alike two texts are, from 0 to 1. */
final class NameLikeness {

    private NameLikeness() {}

    static double jaroWinkler(String first, String second) {
        if (first.equals(second)) {
            return 1;
        }
        var window = Math.max(0, Math.max(first.length(), second.length()) / 2 - 1);
        var taken = new boolean[second.length()];
        var common = new StringBuilder();
        for (var at = 0; at < first.length(); at++) {
            for (var to = Math.max(0, at - window); to < Math.min(second.length(), at + window + 1); to++) {
                if (!taken[to] && first.charAt(at) == second.charAt(to)) {
                    taken[to] = true;
                    common.append(first.charAt(at));
                    break;
                }
            }
        }
        if (common.isEmpty()) {
            return 0;
        }
        double matches = common.length();
        var moved = 0;
        var place = 0;
        for (var to = 0; to < second.length(); to++) {
            if (taken[to] && second.charAt(to) != common.charAt(place++)) {
                moved++;
            }
        }
        var jaro = (matches / first.length() + matches / second.length() + (matches - moved / 2.0) / matches) / 3;
        var prefix = 0;
        while (prefix < Math.min(4, Math.min(first.length(), second.length()))
                && first.charAt(prefix) == second.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    /** As pg_trgm counts: three letters at a time, each word with two spaces before and one behind. */
    static double trigrams(String first, String second) {
        var left = trigrams(first);
        var right = trigrams(second);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        var both = left.stream().filter(right::contains).count();
        return (double) both / (left.size() + right.size() - both);
    }

    private static Set<String> trigrams(String text) {
        var trigrams = new HashSet<String>();
        for (var word : text.split("[^\\p{L}\\p{N}]+")) {
            var padded = "  " + word + " ";
            for (var at = 0; !word.isEmpty() && at + 3 <= padded.length(); at++) {
                trigrams.add(padded.substring(at, at + 3));
            }
        }
        return trigrams;
    }

    /** Each word with its best counterpart, whatever the order: the mean over the words of the longer name. */
    static double byWords(String first, String second) {
        var left = first.split(" ");
        var right = second.split(" ");
        return left.length >= right.length ? best(left, right) : best(right, left);
    }

    private static double best(String[] words, String[] others) {
        return Arrays.stream(words)
                .mapToDouble(word -> Arrays.stream(others)
                        .mapToDouble(other -> jaroWinkler(word, other))
                        .max()
                        .orElse(0))
                .average()
                .orElse(0);
    }
}
