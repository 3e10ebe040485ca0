package lv.vmis.register.bench;

import java.util.Objects;

/** Foreign names as Latvian papers write them: by sound, with the ending of a declension. */
final class Latvian {

    private final Spelling general;

    Latvian(java.util.Map<String, Spelling> spellings) {
        this.general = Objects.requireNonNull(spellings.get("general-latvian"));
    }

    String write(Word word, Culture culture, boolean woman, boolean surname) {
        var table = culture.latvian() == null ? general : culture.latvian();
        var base = word.latin().isEmpty() ? word.original() : word.latin().getFirst();
        var written = table.write(base);
        if (!word.latin().isEmpty() && table != general) {
            written = general.write(written);
        }
        return written.isEmpty() || (culture.joinsSyllables() && !surname && written.length() < 3)
                ? written
                : ended(written, woman, surname);
    }

    private static String ended(String name, boolean woman, boolean surname) {
        var last = name.charAt(name.length() - 1);
        if ("aeiouāēīōū".indexOf(last) >= 0) {
            return name;
        }
        if (woman) {
            if (surname && name.endsWith("skaja")) {
                return name.substring(0, name.length() - 3) + "a";
            }
            // The consonant decides, so that one name has one ending.
            return name + (surname && "rnl".indexOf(last) >= 0 && name.length() % 4 == 0 ? "e" : "a");
        }
        if (name.endsWith("skij") || name.endsWith("ckij")) {
            return name.substring(0, name.length() - 1) + "s";
        }
        if (name.endsWith("s") && name.length() > 3 && "aiuy".indexOf(name.charAt(name.length() - 2)) >= 0) {
            return name;
        }
        return name + (last == 'k' && name.length() > 7 ? "is" : "s");
    }
}
