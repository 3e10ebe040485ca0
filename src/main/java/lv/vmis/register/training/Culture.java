package lv.vmis.register.training;

import java.util.List;
import java.util.Map;
import java.util.Random;
import lv.vmis.register.reading.Latin;

/**
 * How people of a State are named.
 *
 * @param share of the caseload, in relation to the others
 * @param number how a passport number looks, {@code #} for a digit
 * @param poorPapers whether many arrive without a document
 */
record Culture(
        String country,
        int share,
        String language,
        String number,
        Latin.Cyrillic cyrillic,
        Order order,
        boolean ownNames,
        boolean poorPapers,
        List<Name> families,
        List<Name> men,
        List<Name> women,
        Map<String, String> feminine,
        List<String> patronymic,
        List<String> places) {

    /** How a whole name is written in its own letters. */
    enum Order {
        FAMILY_FIRST,
        GIVEN_FIRST,
        JOINED
    }

    /** A name in Latin letters and in its own; the same where its own letters are Latin ones without marks. */
    record Name(String latin, String original) {
        Name then(String latinEnding, String originalEnding) {
            return new Name(latin + latinEnding, original + originalEnding);
        }
    }

    /** The name of a father's daughters and wife. */
    Name forWoman(Name family) {
        var original = feminine(family.original());
        // Where the Latin form follows from the letters, it follows from the changed ones: Вознесенская.
        return family.latin().equals(latin(family.original()))
                ? new Name(latin(original), original)
                : new Name(feminine(family.latin()), original);
    }

    private String feminine(String name) {
        return feminine.entrySet().stream()
                .filter(ending -> name.endsWith(ending.getKey()))
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.getKey().length()) + ending.getValue())
                .orElse(name);
    }

    boolean hasPatronymics() {
        return !patronymic.isEmpty();
    }

    /** The patronymic of a child in the letters of the father's name. */
    String patronymic(String father, boolean male) {
        for (var rule : patronymic) {
            var colon = rule.indexOf(':');
            var ending = colon < 0 ? "" : rule.substring(0, colon);
            var forms = rule.substring(colon + 1).split("/", 2);
            var suffix = forms[male ? 0 : 1].replace('_', ' ');
            var sameLetters = isLatin(father) == isLatin(suffix.strip());
            if (sameLetters && colon >= 0 && father.endsWith(ending)) {
                return father.substring(0, father.length() - ending.length()) + suffix;
            }
        }
        for (var rule : patronymic) {
            var suffix = rule.substring(rule.indexOf(':') + 1)
                    .split("/", 2)[male ? 0 : 1]
                    .replace('_', ' ');
            if (rule.indexOf(':') < 0 && isLatin(father) == isLatin(suffix.strip())) {
                return father + suffix;
            }
        }
        throw new IllegalStateException("no patronymic of " + father);
    }

    private static boolean isLatin(String text) {
        return Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    /** The name with its Latin form as ICAO prescribes: "Fedorov" for "Фёдоров". */
    String latin(String original) {
        var capitals = Latin.transliterate(original, cyrillic);
        var latin = new StringBuilder(capitals.length());
        var starts = true;
        for (var letter : capitals.toCharArray()) {
            latin.append(starts ? letter : Character.toLowerCase(letter));
            starts = !Character.isLetter(letter);
        }
        return latin.toString();
    }

    static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
