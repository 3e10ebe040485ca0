package lv.vmis.register.reading;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;

/** Scripts that are seldom seen, as ICU writes them (Unicode CLDR transforms), without marks. */
final class OtherScripts {

    private OtherScripts() {}

    /** One reading, or none if ICU does not know the script. */
    static List<String> read(String word) {
        var script = UnicodeScript.of(word.codePointAt(0));
        if (script == UnicodeScript.THAI || script == UnicodeScript.LAO) {
            return Thai.read(word);
        }
        var latin = capitals(Icu.write(transform(script), word));
        return latin.isEmpty() ? List.of() : List.of(latin);
    }

    private static String transform(UnicodeScript script) {
        return switch (script) {
            case ETHIOPIC -> "am-am_Latn/BGN";
            case MYANMAR -> "my-my_Latn";
            case THAANA -> "dv-dv_Latn/BGN";
            default -> "Any-Latin";
        };
    }

    /** Latin letters with whatever marks as capitals without. */
    static String capitals(String latin) {
        return Scripts.machineReadable(Latin.bare(latin.toUpperCase(Locale.ROOT)));
    }
}
