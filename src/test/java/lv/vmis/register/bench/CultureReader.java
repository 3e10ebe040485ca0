package lv.vmis.register.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lv.vmis.register.bench.Culture.School;
import lv.vmis.register.bench.Culture.Slot;

/** Reads the file of a culture: settings, lists of words with composed ones, patterns of names. */
final class CultureReader {

    private record Listed(Word word, double percent) {}

    private final String code;
    private final Map<String, Spelling> spellings;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, List<Listed>> listed = new LinkedHashMap<>();
    private final Map<String, List<Word>> composed = new LinkedHashMap<>();
    private final Map<String, Shares<List<Slot>>> patterns = new HashMap<>();

    private CultureReader(String code, Map<String, Spelling> spellings) {
        this.code = code;
        this.spellings = spellings;
    }

    static Culture read(String code, Map<String, Spelling> spellings) {
        var reader = new CultureReader(code, spellings);
        var lines = BenchFiles.lines("cultures/%s.txt".formatted(code));
        lines.stream()
                .filter(line -> line.startsWith("include "))
                .forEach(line -> reader.take(BenchFiles.lines("cultures/%s.txt".formatted(line.substring(8)))));
        if (lines.stream().anyMatch(line -> line.startsWith("include "))) {
            // The names of the neighbours are taken over, their habits are not.
            reader.settings.clear();
            reader.patterns.clear();
        }
        reader.take(lines);
        return reader.culture();
    }

    private void take(List<String> lines) {
        // How letters are made small must be known before the first list.
        for (var line : lines) {
            if (line.startsWith("locale ") || line.startsWith("derive ")) {
                settings.put(line.substring(0, 6), line.substring(7));
            }
        }
        for (var line : lines) {
            var end = line.indexOf(' ');
            var key = end < 0 ? line : line.substring(0, end);
            var rest = end < 0 ? "" : line.substring(end + 1);
            switch (key) {
                case "weight", "states", "schools", "latvian", "inflection", "women", "newyear", "yearonly" ->
                    settings.put(key, rest);
                case "native", "shown", "syllables", "keeps", "rotate", "first", "locale", "derive", "include" ->
                    settings.put(key, rest);
                case "tail" -> settings.put("tail " + rest.split(" ")[0], rest.split(" ")[1]);
                case "compose" -> compose(rest);
                default -> {
                    if (key.startsWith("pattern-")) {
                        patterns.put(key.substring(8), pattern(rest));
                    } else if (!key.startsWith("#")) {
                        list(key, rest);
                    }
                }
            }
        }
    }

    private void list(String name, String line) {
        var words = listed.computeIfAbsent(name, key -> new ArrayList<>());
        for (var token : line.split(" ")) {
            var at = token.indexOf('@');
            var equals = token.indexOf('=');
            var end = equals < 0 ? token.length() : equals;
            var percent = at < 0 ? 0 : Double.parseDouble(token.substring(at + 1, end));
            words.add(new Listed(word(at < 0 ? token : token.substring(0, at) + token.substring(end)), percent));
        }
    }

    private void compose(String line) {
        var end = line.indexOf(' ');
        var halves = line.substring(end + 1).split(" \\+ ");
        var words = composed.computeIfAbsent(line.substring(0, end), key -> new ArrayList<>());
        for (var stem : halves[0].split(" ")) {
            for (var ending : halves[1].split(" ")) {
                // Nobody is called Aliali.
                if (!small(ending).startsWith(small(stem))) {
                    words.add(word(stem).with(word(ending)));
                }
            }
        }
    }

    private Word word(String token) {
        var equals = token.split("=", -1);
        var forms = equals[0].split("~");
        var original = small(forms[0].equals("-") ? "" : forms[0]);
        var latin = new ArrayList<String>();
        if (equals.length > 1) {
            for (var spelling : equals[1].split("/")) {
                latin.add(small(spelling));
            }
            var derived = settings.get("derive");
            if (derived != null && latin.size() == 1) {
                latin.add(Objects.requireNonNull(spellings.get(derived)).write(latin.getFirst()));
            }
            if (settings.containsKey("rotate") && latin.size() > 1) {
                latin.add(latin.removeFirst());
            }
        }
        return new Word(original, forms.length > 1 ? small(forms[1]) : original, List.copyOf(latin));
    }

    private String small(String text) {
        return text.replace('_', ' ').toLowerCase(locale());
    }

    private Locale locale() {
        return Locale.forLanguageTag(settings.getOrDefault("locale", "und"));
    }

    private static Shares<List<Slot>> pattern(String line) {
        var shares = new Shares<List<Slot>>();
        for (var choice : line.split(" ; ")) {
            var slots = new ArrayList<Slot>();
            var tokens = choice.split(" ");
            var glue = ' ';
            for (var at = 1; at < tokens.length; at++) {
                if (tokens[at].equals("-")) {
                    glue = '-';
                    continue;
                }
                // Pieces within one token are joined by what stands between them.
                var from = 0;
                for (var to = 1; to <= tokens[at].length(); to++) {
                    if (to == tokens[at].length() || "+~".indexOf(tokens[at].charAt(to)) >= 0) {
                        var name = tokens[at].substring(from, to);
                        slots.add(new Slot(name.replace("?", ""), glue, name.endsWith("?")));
                        glue = to == tokens[at].length() ? ' ' : tokens[at].charAt(to);
                        from = to + 1;
                    }
                }
            }
            shares.add(Double.parseDouble(tokens[0]), List.copyOf(slots));
        }
        return shares;
    }

    /**
     * Frequencies: a percentage where one is given; the other listed words share the rest as Zipf found words to, and
     * the composed ones have the tail, in an order without meaning.
     */
    private Shares<Word> shares(String name) {
        var shares = new Shares<Word>();
        var words = listed.getOrDefault(name, List.of());
        var tail = composed.getOrDefault(name, List.of());
        var given = words.stream().mapToDouble(Listed::percent).sum();
        var rest = Math.max(4, 100 - given);
        var ofTail = tail.isEmpty() ? 0 : rest * Double.parseDouble(settings.getOrDefault("tail " + name, "30")) / 100;
        var open = words.stream().filter(word -> word.percent() == 0).count();
        var sum = 0.0;
        for (var rank = 0; rank < open; rank++) {
            sum += zipf(rank, 0.75);
        }
        var rank = 0;
        for (var word : words) {
            shares.add(word.percent() > 0 ? word.percent() : (rest - ofTail) * zipf(rank++, 0.75) / sum, word.word());
        }
        var shuffled = new ArrayList<>(tail);
        java.util.Collections.shuffle(shuffled, new java.util.Random(name.hashCode()));
        var tailSum = 0.0;
        for (var place = 0; place < tail.size(); place++) {
            tailSum += zipf(place + 30, 0.8);
        }
        for (var place = 0; place < tail.size(); place++) {
            shares.add(ofTail * zipf(place + 30, 0.8) / tailSum, shuffled.get(place));
        }
        return shares;
    }

    private static double zipf(int rank, double slope) {
        return Math.pow(rank + 4, -slope);
    }

    private Culture culture() {
        var states = new Shares<String>();
        for (var token : setting("states").split(" ")) {
            states.add(Double.parseDouble(token.substring(4)), token.substring(0, 3));
        }
        var schools = new Shares<School>();
        for (var token : settings.getOrDefault("schools", "own:1").split(" ")) {
            var parts = token.split(":");
            var name = parts[0].replace("/2", "");
            schools.add(Double.parseDouble(parts[1]), new School(spelling(name), parts[0].endsWith("/2")));
        }
        var words = new HashMap<String, Shares<Word>>();
        listed.keySet().forEach(name -> words.put(name, shares(name)));
        return new Culture(
                code,
                number("weight", 1),
                settings.containsKey("native"),
                settings.containsKey("syllables"),
                settings.containsKey("keeps"),
                locale(),
                settings.getOrDefault("inflection", "none"),
                number("women", 25),
                number("newyear", 0.4),
                number("yearonly", 0.15),
                number("shown", 30),
                number("first", 52),
                states,
                schools,
                settings.containsKey("latvian") ? spelling(setting("latvian")) : null,
                words,
                patterns);
    }

    private Spelling spelling(String name) {
        return Objects.requireNonNull(spellings.get(name), () -> code + " wants the spelling " + name);
    }

    private String setting(String name) {
        return Objects.requireNonNull(settings.get(name), () -> code + " lacks " + name);
    }

    private double number(String name, double otherwise) {
        return settings.containsKey(name) ? Double.parseDouble(setting(name)) : otherwise;
    }
}
