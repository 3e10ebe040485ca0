package lv.vmis.register.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A school of writing words in Latin letters: the longest piece that a table knows is replaced. */
final class Spelling {

    private record Rule(String from, String to, boolean first, boolean last) {

        boolean fits(String text, int at) {
            return text.startsWith(from, at)
                    && (!first || at == 0 || !Character.isLetter(text.charAt(at - 1)))
                    && (!last
                            || at + from.length() == text.length()
                            || !Character.isLetter(text.charAt(at + from.length())));
        }
    }

    private final Map<Character, List<Rule>> rules = new HashMap<>();

    private final boolean dropsMarks;

    private Spelling(Map<String, String> pairs) {
        this.dropsMarks = pairs.containsKey("*");
        pairs.forEach((from, to) -> {
            var first = from.startsWith("^");
            var last = from.endsWith("$");
            var piece = from.substring(first ? 1 : 0, from.length() - (last ? 1 : 0));
            rules.computeIfAbsent(piece.charAt(0), letter -> new java.util.ArrayList<>())
                    .add(new Rule(piece, to.equals("_") ? "" : to, first, last));
        });
        var order = Comparator.comparingInt((Rule rule) -> rule.from().length())
                .thenComparing(rule -> rule.first() || rule.last())
                .reversed();
        rules.values().forEach(list -> list.sort(order));
    }

    String write(String original) {
        var word = dropsMarks ? unmarked(original) : original;
        var written = new StringBuilder(word.length() + 8);
        for (var at = 0; at < word.length(); ) {
            var rule = rule(word, at);
            if (rule == null) {
                written.append(word.charAt(at));
                at++;
            } else {
                written.append(rule.to());
                at += rule.from().length();
            }
        }
        return written.toString();
    }

    /** Marks fall off the letters of which the school says nothing. */
    private String unmarked(String word) {
        var written = new StringBuilder(word.length());
        for (var at = 0; at < word.length(); at++) {
            var letter = word.charAt(at);
            written.append(
                    letter < 128 || rules.containsKey(letter)
                            ? String.valueOf(letter)
                            : Letters.unmarked(String.valueOf(letter)));
        }
        return written.toString();
    }

    private @org.jspecify.annotations.Nullable Rule rule(String word, int at) {
        for (var rule : rules.getOrDefault(word.charAt(at), List.of())) {
            if (rule.fits(word, at)) {
                return rule;
            }
        }
        return null;
    }

    /** All schools of a file, by name. */
    static Map<String, Spelling> read(List<String> lines) {
        var tables = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> table = new LinkedHashMap<>();
        for (var line : lines) {
            var pieces = line.split(" ");
            if (line.startsWith("spelling ")) {
                table = pieces.length > 3
                        ? new LinkedHashMap<>(Objects.requireNonNull(tables.get(pieces[3]), line))
                        : new LinkedHashMap<>();
                tables.put(pieces[1], table);
            } else if (!line.startsWith("#")) {
                if (pieces.length % 2 != 0) {
                    throw new IllegalArgumentException("Not in pairs: " + line);
                }
                for (var at = 0; at < pieces.length; at += 2) {
                    table.put(pieces[at], pieces[at + 1]);
                }
            }
        }
        var spellings = new HashMap<String, Spelling>();
        tables.forEach((name, pairs) -> spellings.put(name, new Spelling(pairs)));
        return spellings;
    }
}
