package lv.vmis.register.bench;

/** Slips of the hand: a letter left out, doubled, beside the right key, misread, or two in the wrong order. */
final class Typos {

    private static final String[] KEYS = {
        "qwa", "wqes", "ewrd", "retf", "tryg", "ytuh", "uyij", "iuok", "oipl", "pol", "aqsz", "sadwx", "dsfec", "fdgrv",
        "gfhtb", "hgjyn", "jhkum", "kjlim", "lkop", "zxas", "xzcsd", "cxvdf", "vcbfg", "bvngh", "nbmhj", "mnjk"
    };
    private static final String[] ALIKE = {
        "mn", "nm", "il", "li", "uv", "vu", "ck", "kc", "sz", "zs", "bp", "pb", "dt", "td", "oa", "ao", "ei", "ie",
        "yi", "jy", "gh", "hk", "wv", "fv", "qg", "ou", "rn", "eo"
    };

    private Typos() {}

    static Writing.Name once(Writing.Name name, Chance chance) {
        var inSurname = chance.percent(60);
        var surname = name.surname();
        var given = name.given();
        if ((inSurname && surname.length() > 2) || given.length() < 3) {
            return new Writing.Name(slip(surname, chance), given);
        }
        return new Writing.Name(surname, slip(given, chance));
    }

    static String slip(String text, Chance chance) {
        for (var attempt = 0; attempt < 30; attempt++) {
            var at = chance.percent(10) ? 0 : chance.below(Math.max(text.length(), 1));
            var changed = at < text.length() && Character.isLetter(text.charAt(at)) ? slip(text, at, chance) : text;
            if (!changed.equals(text)) {
                return changed;
            }
        }
        return text;
    }

    private static String slip(String text, int at, Chance chance) {
        var letter = text.charAt(at);
        var before = text.substring(0, at);
        var after = text.substring(at + 1);
        var kind = chance.fraction();
        if (kind < 0.24) {
            return before
                    + (Character.isUpperCase(letter) && !after.isEmpty()
                            ? Character.toUpperCase(after.charAt(0)) + after.substring(1)
                            : after);
        }
        if (kind < 0.40) {
            return before + letter + Character.toLowerCase(letter) + after;
        }
        if (kind < 0.56 && !after.isEmpty() && Character.isLetter(after.charAt(0))) {
            return before + after.charAt(0) + letter + after.substring(1);
        }
        if (kind < 0.64) {
            return before + letter + near(letter, KEYS, chance) + after;
        }
        return before + near(letter, kind < 0.82 ? KEYS : ALIKE, chance) + after;
    }

    private static char near(char letter, String[] table, Chance chance) {
        var small = Character.toLowerCase(letter);
        var found = java.util.Arrays.stream(table)
                .filter(row -> row.charAt(0) == small)
                .map(row -> row.substring(1))
                .reduce("", String::concat);
        var other = found.isEmpty() || chance.percent(15) ? chance.of("abcdefghijklmnoprstuvyz") : chance.of(found);
        return Character.isUpperCase(letter) ? Character.toUpperCase(other) : other;
    }
}
