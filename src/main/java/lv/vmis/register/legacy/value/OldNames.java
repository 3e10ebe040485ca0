package lv.vmis.register.legacy.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import lv.vmis.register.legacy.value.OldName.Form;
import lv.vmis.register.legacy.value.OldName.Kind;
import lv.vmis.register.legacy.value.OldName.Other;

/** Puts the names of one row in their places. */
final class OldNames {

    private static final int LIMIT = 1_000;

    private static final Pattern TITLE = Pattern.compile(
            "(?iu)(?<![\\p{L}-])(?:k-gs|kgs|kungs|k-dze|kdze|kundze|dr|mr|mrs|ms|prof|inž)(?:\\.|(?![\\p{L}-]))");
    private static final Pattern OR = Pattern.compile("(?iu)\\s+(?:vai|jeb|alias|aka|a\\.k\\.a\\.)\\s+|\\s*[/;]\\s*");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern BORN = Pattern.compile("(?iu)^(?:dz|dzim|dzimusi|dzimis)(?:\\.|\\s)\\s*");
    private static final Pattern FORMERLY = Pattern.compile("(?iu)^(?:agrāk|iepr|iepriekš|bij)(?:\\.|\\s)\\s*");
    private static final Set<String> NOTHING = Set.of(
            "-", "--", "?", "??", "n/n", "nn", "n/z", "nezināms", "nezināma", "nav zināms", "nav zināma", "xxx", ".");

    /** Also a name in the Punjab: kept, and somebody asked. */
    private static final Set<String> MAYBE_NOTHING = Set.of("nav", "bez", "nil");

    private static final Pattern PATRONYMIC = Pattern.compile(
            "(?iu).*(?:ov[iy][čc]h?s?|[ea]vi[čc]h?s?|jevi[čc]s?|ovna|evna|jevna|ivna|i[čc]na|ični?a|.{3,}[ae]una|авич|ович|евич|овна|евна)$");
    private static final Pattern SON = Pattern.compile("(?iu)(?:ogli|ogly|oglu|kizi|kyzy|qizi)");
    private static final String PATRONYMIC_ENDS = "cčhsaча";
    private static final String LATVIAN_LETTERS = "āčēģīķļņŗšūž";
    private static final List<String> LATVIAN_ENDINGS = List.of("ovs", "evs", "skis", "ckis", "ijs");
    private static final Pattern FOREIGN = Pattern.compile("[qwxy]|[skzcpt]h|ts[aeiou]");

    /** Words that are no name, or part two names: without them, and without signs, a text is names only. */
    private static final Set<String> NO_NAMES = Set.of(
            "k-gs", "kgs", "kungs", "k-dze", "kdze", "kundze", "dr", "mr", "mrs", "ms", "prof", "inž", "vai", "jeb",
            "alias", "aka");

    private final List<Remark> remarks = new ArrayList<>();
    private final List<Other> others = new ArrayList<>();

    OldName read(String surname, String given, String patronymic) {
        var family = cell(surname, true);
        var first = cell(given, false);
        var father = cell(patronymic, false);
        if (first.isEmpty() && father.isEmpty() && family.contains(" ")) {
            return whole(family, surname);
        }
        if (family.isEmpty() && father.isEmpty() && first.contains(" ") && isMerged(first)) {
            return whole(first, given);
        }
        if (father.isEmpty() && first.contains(" ")) {
            var words = List.of(first.split(" ", -1));
            var rest = words.size() - fathers(words, 1);
            if (rest < words.size()) {
                father = String.join(" ", words.subList(rest, words.size()));
                first = String.join(" ", words.subList(0, rest));
                remarks.add(Remark.of(RemarkCode.SPLIT, given));
            }
        }
        if (!father.isEmpty() && isPatronymic(first) && !isPatronymic(father)) {
            remarks.add(Remark.of(RemarkCode.FIELDS_SWAPPED, first, father));
        }
        return named(family, first, father);
    }

    private OldName named(String family, String first, String father) {
        for (var name : List.of(family, first, father)) {
            if (name.chars().anyMatch(Character::isDigit)) {
                remarks.add(Remark.of(RemarkCode.DIGITS_IN_NAME, name));
            }
        }
        var form = form((family + " " + first).strip());
        return new OldName(family, first, father, form, List.copyOf(others), List.copyOf(remarks));
    }

    /** What a cell names, without what is said besides. */
    private String cell(String given, boolean isSurname) {
        var text = given.strip();
        if (text.length() > LIMIT) {
            remarks.add(Remark.of(RemarkCode.LOOKS_DAMAGED, text.substring(0, LIMIT), ""));
            return text;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        if (NOTHING.contains(lower)) {
            remarks.add(Remark.of(RemarkCode.MEANS_UNKNOWN, text));
            return "";
        }
        if (MAYBE_NOTHING.contains(lower)) {
            remarks.add(Remark.of(RemarkCode.MAYBE_EMPTY, text));
            return text;
        }
        var repaired = Misread.repair(text);
        if (repaired.remark() != null) {
            remarks.add(repaired.remark());
        }
        text = repaired.text();
        if (isPlain(text)) {
            return text;
        }
        text = withoutTitle(text);
        if (text.endsWith("?")) {
            remarks.add(Remark.of(RemarkCode.UNCERTAIN, text));
            text = text.replaceFirst("[ ?]+$", "");
        }
        text = withoutBrackets(text, isSurname);
        var names = OR.split(text, -1);
        for (var at = 1; at < names.length; at++) {
            other(names[at], isSurname);
        }
        return names[0].strip()
                .replaceAll("\\s+", " ")
                .replaceAll("^[,.]+|[,;]+$", "")
                .strip();
    }

    /** Names with single blanks between them and nothing else, as most cells are. */
    private static boolean isPlain(String text) {
        var start = 0;
        for (var at = 0; at <= text.length(); at++) {
            var letter = at == text.length() ? ' ' : text.charAt(at);
            if (letter == ' ') {
                if (at == start || NO_NAMES.contains(text.substring(start, at).toLowerCase(Locale.ROOT))) {
                    return false;
                }
                start = at + 1;
            } else if (!Character.isLetter(letter) && letter != '-' && letter != '\'') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPatronymic(String text) {
        return !text.isEmpty()
                && PATRONYMIC_ENDS.indexOf(Character.toLowerCase(text.charAt(text.length() - 1))) >= 0
                && PATRONYMIC.matcher(text).matches();
    }

    private String withoutTitle(String text) {
        var title = TITLE.matcher(text);
        var found = title.results().map(java.util.regex.MatchResult::group).toList();
        var without = title.replaceAll(" ").strip().replaceAll("\\s+", " ");
        // "Dr" alone, or "Ms" as somebody's whole name, is no title.
        if (found.isEmpty() || without.isEmpty()) {
            return text;
        }
        found.forEach(word -> remarks.add(Remark.of(RemarkCode.TITLE, word)));
        return without;
    }

    private String withoutBrackets(String text, boolean isSurname) {
        var brackets = BRACKETS.matcher(text);
        brackets.results().forEach(found -> other(found.group(1), isSurname));
        var without = brackets.replaceAll(" ").strip();
        return without;
    }

    private void other(String text, boolean isSurname) {
        var name = text.strip();
        var kind =
                BORN.matcher(name).find() ? Kind.BIRTH : FORMERLY.matcher(name).find() ? Kind.FORMER : Kind.ALIAS;
        name = FORMERLY.matcher(BORN.matcher(name).replaceFirst(""))
                .replaceFirst("")
                .strip();
        if (!name.isEmpty()) {
            remarks.add(Remark.of(RemarkCode.OTHER_NAME, name));
            others.add(new Other(kind, isSurname ? name : null, isSurname ? null : name));
        }
    }

    /** "IVANOVS Ivans Ivanovičs", "Ivanov, Ivan": the surname in capitals, before the comma, or first. */
    private OldName whole(String text, String cell) {
        remarks.add(Remark.of(RemarkCode.SPLIT, cell.strip()));
        var comma = text.indexOf(',');
        var words = new ArrayList<>(Arrays.asList(text.replace(",", " ").strip().split("\\s+", -1)));
        int family;
        if (comma > 0) {
            family = text.substring(0, comma).strip().split("\\s+", -1).length;
        } else {
            family = (int) words.stream().takeWhile(OldNames::isCapital).count();
            if (family == 0 || family == words.size()) {
                family = 1;
                remarks.add(Remark.of(RemarkCode.ORDER_ASSUMED, text));
            }
        }
        family = Math.clamp(family, 1, words.size());
        var rest = words.size() - fathers(words, family + 1);
        return named(
                String.join(" ", words.subList(0, family)),
                String.join(" ", words.subList(family, rest)),
                String.join(" ", words.subList(rest, words.size())));
    }

    /** How many of the last words are a patronymic: one, or two as in {@code Karim ogly}; so many words come before it at least. */
    private static int fathers(List<String> words, int before) {
        var last = words.getLast();
        var count = SON.matcher(last).matches() ? 2 : isPatronymic(last) ? 1 : 0;
        return words.size() - count >= before ? count : 0;
    }

    /** Whether one cell seems to hold a surname too. */
    private static boolean isMerged(String text) {
        var words = text.split(" ", -1);
        return isCapital(words[0]) && !isCapital(words[words.length - 1]);
    }

    private static boolean isCapital(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) && Character.isLetter(word.charAt(0));
    }

    static Form form(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (FOREIGN.matcher(lower).find()) {
            return Form.LATIN;
        }
        var start = 0;
        for (var at = 0; at <= lower.length(); at++) {
            if (at == lower.length() || lower.charAt(at) == ' ' || lower.charAt(at) == '-') {
                var word = lower.substring(start, at);
                if (LATVIAN_ENDINGS.stream().anyMatch(word::endsWith)) {
                    return Form.LATVIANISED;
                }
                start = at + 1;
            } else if (LATVIAN_LETTERS.indexOf(lower.charAt(at)) >= 0) {
                return Form.LATVIANISED;
            }
        }
        return Form.EITHER;
    }
}
