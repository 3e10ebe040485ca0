package lv.vmis.register.bench;

import java.text.Normalizer;
import java.util.Locale;

/** Large and small letters, marks, and what a machine-readable zone makes of them. */
final class Letters {

    private static final String[] OF_MACHINES = {
        "Ä", "AE", "Ö", "OE", "Ü", "UE", "Å", "AA", "Ø", "OE", "Æ", "AE", "ß", "SS", "ẞ", "SS", "Þ", "TH", "Ð", "D",
        "Œ", "OE", "Ñ", "N", "Ə", "E", "Đ", "D", "Ł", "L", "İ", "I"
    };

    private Letters() {}

    /** Every word begins with a large letter; scripts without them stay as they are. */
    static String titled(String text, Locale locale) {
        var written = new StringBuilder(text.length());
        var begins = true;
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (begins
                    && letter == 'i'
                    && (locale.getLanguage().equals("tr")
                            || locale.getLanguage().equals("az"))) {
                written.append('İ');
            } else {
                written.append(begins ? Character.toTitleCase(letter) : letter);
            }
            begins = letter == ' ' || letter == '-' || (letter == '\'' && at == 1);
        }
        return written.toString();
    }

    static String large(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Large letters without marks, the German and Nordic ones as two; hyphens part words, apostrophes vanish. */
    static String ofMachine(String text) {
        var upper = text.replace("ı", "I").toUpperCase(Locale.ROOT);
        for (var at = 0; at < OF_MACHINES.length; at += 2) {
            upper = upper.replace(OF_MACHINES[at], OF_MACHINES[at + 1]);
        }
        return unmarked(upper)
                .replaceAll("['’ʻʼ.]", "")
                .replaceAll("[^A-Z ]", " ")
                .replaceAll(" +", " ")
                .strip();
    }

    static String unmarked(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    /** One key for spellings that differ in marks, size or joints only. */
    static String plain(String text) {
        return ofMachine(text).replace(" ", "");
    }
}
