package lv.vmis.register.training;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Foreign names as Latvian officials wrote them: by sound, with Latvian marks and endings. */
final class Latvianised {

    private static final Map<Character, String> CYRILLIC = cyrillic();

    /** Longer ones first. */
    private static final Map<String, String> LATIN = latin();

    private Latvianised() {}

    private static Map<Character, String> cyrillic() {
        var letters = new java.util.HashMap<Character, String>();
        var from = "абвгдежзийклмнопрстуфхцчшыэіґўғқҳӯүөңәһұїєёщюяҷъь";
        String[] to =
                ("a b v g d e ž z i j k l m n o p r s t u f h c č š i e i g v g k h u u e n e h u ji je jo šč ju ja dž"
                                + " - -")
                        .split(" ");
        for (var at = 0; at < from.length(); at++) {
            letters.put(from.charAt(at), to[at].equals("-") ? "" : to[at]);
        }
        return Map.copyOf(letters);
    }

    private static Map<String, String> latin() {
        var pairs = new LinkedHashMap<String, String>();
        var text =
                "shch>šč sch>š dzh>dž kh>h sh>š ch>č zh>ž ts>c ph>f th>t ck>k ou>u oo>ū ee>ī aa>ā ya>ja yu>ju yo>jo ye>je w>v"
                        + " x>ks q>k y>i";
        for (var pair : text.split(" ", -1)) {
            pairs.put(pair.substring(0, pair.indexOf('>')), pair.substring(pair.indexOf('>') + 1));
        }
        return pairs;
    }

    static String surname(Culture.Name name, boolean male) {
        var text = sound(name);
        if (text.matches(".*(?:sk|ck)ij")) {
            text = text.substring(0, text.length() - 2) + "is";
        } else if (text.endsWith("skaja")) {
            text = text.substring(0, text.length() - 3) + "a";
        } else if (!endsInVowel(text)) {
            text += male ? "s" : "a";
        }
        return titled(text);
    }

    static String given(Culture.Name name, boolean male) {
        var text = sound(name);
        return titled(male && !endsInVowel(text) ? text + "s" : text);
    }

    private static boolean endsInVowel(String text) {
        return text.isEmpty() || "aeiouāēīū".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static String sound(Culture.Name name) {
        var original = name.original().toLowerCase(Locale.ROOT);
        var written = new StringBuilder();
        if (original.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC)) {
            for (var letter : original.toCharArray()) {
                written.append(CYRILLIC.getOrDefault(letter, Character.toString(letter)));
            }
            return written.toString();
        }
        var text = name.latin().toLowerCase(Locale.ROOT);
        for (var pair : LATIN.entrySet()) {
            text = text.replace(pair.getKey(), pair.getValue());
        }
        return text.replaceAll("([bcdfghjkpstvz])\\1", "$1");
    }

    private static String titled(String text) {
        var titled = new StringBuilder(text.length());
        var starts = true;
        for (var letter : text.toCharArray()) {
            titled.append(starts ? Character.toUpperCase(letter) : letter);
            starts = !Character.isLetter(letter);
        }
        return titled.toString();
    }
}
