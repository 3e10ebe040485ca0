package lv.vmis.register.bench;

import java.util.List;
import java.util.Locale;

/** A plain score as anybody would write it in an afternoon: how alike the names are, the date, the document. */
final class PlainScore {

    private PlainScore() {}

    static String key(String name) {
        return Letters.unmarked(name)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static double names(String first, String second) {
        return keys(key(first), key(second));
    }

    static double keys(String first, String second) {
        return Math.max(NameLikeness.byWords(first, second), NameLikeness.trigrams(first, second));
    }

    static double of(String name, String dob, String doc, String knownName, List<String> knownDobs, String knownDoc) {
        var date = dob.isEmpty() || knownDobs.isEmpty()
                ? 0.5
                : knownDobs.stream()
                        .mapToDouble(known -> date(dob, known))
                        .max()
                        .orElse(0.5);
        var document = !doc.isEmpty() && doc.equals(knownDoc) ? 0.5 : 0;
        return keys(name, knownName) + 0.35 * date + document;
    }

    private static double date(String first, String second) {
        if (first.equals(second)) {
            return 1;
        }
        var differs = 0;
        for (var at = 0; at < 10; at++) {
            differs += first.charAt(at) == second.charAt(at) ? 0 : 1;
        }
        var sameYear = first.startsWith(second.substring(0, 4));
        if (first.endsWith("-00") || second.endsWith("-00")) {
            return sameYear ? 0.7 : 0;
        }
        var swapped = sameYear
                && first.substring(5, 7).equals(second.substring(8))
                && first.substring(8).equals(second.substring(5, 7));
        return swapped || differs == 1 ? 0.7 : sameYear ? 0.3 : 0;
    }
}
