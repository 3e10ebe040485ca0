package lv.vmis.register.legacy.meaning;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Rule.Cleaning;
import lv.vmis.register.legacy.meaning.Rule.Kind;
import lv.vmis.register.legacy.meaning.Rule.Match;

/** The rules of one version: what they make of headers, values and words. Immutable. */
public final class Rules {

    private static final Charset BALTIC = Charset.forName("windows-1257");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final int version;
    private final List<Rule> all;
    private final Map<OldTable, Map<String, String>> columns = new HashMap<>();
    private final Map<Place, List<Folded>> words = new HashMap<>();
    private final Map<Place, List<Folded>> cleanings = new HashMap<>();

    private record Place(OldTable table, String field) {}

    private record Folded(Match match, String word, String becomes) {
        boolean finds(String text) {
            return match == Match.EQUALS ? text.equals(word) : Words.contains(text, word);
        }
    }

    /** What a value is by the rules. */
    sealed interface Translated {
        record To(String code) implements Translated {}

        record Nothing() implements Translated {}

        /** Rules contradict each other. */
        record Several(List<String> codes) implements Translated {}
    }

    private Rules(int version, List<Rule> all) {
        this.version = version;
        this.all = List.copyOf(all);
        for (var rule : all) {
            var place = new Place(rule.table(), rule.field());
            var folded = new Folded(rule.match(), Words.folded(rule.word()), rule.becomes());
            switch (rule.kind()) {
                case COLUMN ->
                    columns.computeIfAbsent(rule.table(), _ -> new HashMap<>()).put(folded.word(), rule.field());
                case CLEANING ->
                    cleanings.computeIfAbsent(place, _ -> new ArrayList<>()).add(folded);
                case TRANSLATION, LEGAL_BASIS ->
                    words.computeIfAbsent(place, _ -> new ArrayList<>()).add(folded);
            }
        }
    }

    /** The rules of a version. */
    public static Rules of(int version, List<Rule> rules) {
        return new Rules(version, rules);
    }

    /** The codes that the definition of the tables names, which the first version has too. */
    public static List<Rule> ofDefinition() {
        var rules = new ArrayList<Rule>();
        for (var table : OldTable.values()) {
            for (var field : table.fields()) {
                field.codes()
                        .forEach((code, becomes) -> rules.add(
                                new Rule(table, Kind.TRANSLATION, field.name(), Match.EQUALS, code, becomes)));
            }
        }
        return rules;
    }

    public int version() {
        return version;
    }

    public List<Rule> all() {
        return all;
    }

    /** The column of a header that the definition lacks. */
    Optional<String> column(OldTable table, String header) {
        return Optional.ofNullable(columns.getOrDefault(table, Map.of()).get(Words.folded(header)));
    }

    /** The whole value before a part of it; of parts the longest, unless another one says something else. */
    Translated translate(OldTable table, String field, String value) {
        var rules = words.get(new Place(table, field));
        if (rules == null) {
            return new Translated.Nothing();
        }
        var text = Words.folded(value);
        var found = rules.stream().filter(rule -> rule.finds(text)).toList();
        var whole = found.stream().filter(rule -> rule.match() == Match.EQUALS).toList();
        var best = whole.isEmpty() ? found : whole;
        if (best.isEmpty()) {
            return new Translated.Nothing();
        }
        var longest = best.stream()
                .max(Comparator.comparingInt(rule -> rule.word().length()))
                .orElseThrow();
        var contradicts = best.stream()
                .anyMatch(rule -> !rule.becomes().equals(longest.becomes())
                        && (rule.word().length() == longest.word().length()
                                || !Words.contains(longest.word(), rule.word())));
        return contradicts
                ? new Translated.Several(
                        best.stream().map(Folded::becomes).distinct().sorted().toList())
                : new Translated.To(longest.becomes());
    }

    /** The value without what the rules clean; a name in capitals stays for its reader, to whom capitals tell the surname. */
    String cleaned(OldTable table, String field, String value, boolean isName) {
        var rules = cleanings.get(new Place(table, field));
        if (rules == null || value.isEmpty()) {
            return value;
        }
        var text = value;
        for (var rule : rules) {
            if (rule.word().isEmpty() ? !rule.becomes().equals("EMPTY") : rule.finds(Words.folded(text))) {
                text = switch (Cleaning.valueOf(rule.becomes())) {
                    case EMPTY -> "";
                    case MISREAD -> reread(text);
                    case TITLE_CASE -> isName ? text : Words.titleCase(text);
                };
            }
        }
        return text;
    }

    /** What is made of a value, as a text to compare. */
    public String says(OldTable table, String field, String value) {
        var text = cleaned(table, field, value.strip(), false);
        return switch (translate(table, field, text)) {
            case Translated.To(var code) -> text + " = " + code;
            case Translated.Nothing() -> text;
            case Translated.Several(var codes) -> text + " = " + String.join(" | ", codes);
        };
    }

    /** The columns that have something to clean. */
    Set<String> cleaned(OldTable table) {
        return cleanings.keySet().stream()
                .filter(place -> place.table() == table)
                .map(Place::field)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isTitleCased(OldTable table, String field) {
        return cleanings.getOrDefault(new Place(table, field), List.of()).stream()
                .anyMatch(rule -> rule.becomes().equals(Cleaning.TITLE_CASE.name()));
    }

    private static String reread(String text) {
        try {
            return BALTIC.newDecoder()
                    .decode(WESTERN.newEncoder().encode(CharBuffer.wrap(text)))
                    .toString();
        } catch (CharacterCodingException other) {
            return text;
        }
    }
}
