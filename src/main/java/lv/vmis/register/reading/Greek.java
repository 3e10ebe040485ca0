package lv.vmis.register.reading;

import java.text.Normalizer;

/** Greek capitals in Latin letters as Greek passports print them (ELOT 743, second edition). */
final class Greek {

    private static final char DIAERESIS = '\u0308';

    private Greek() {}

    static boolean isGreek(String text, int i) {
        char c = text.charAt(i);
        return ((c >= 0x0370 && c <= 0x03FF) || (c >= 0x1F00 && c <= 0x1FFF))
                && !single(base(text, i)).isEmpty();
    }

    /** Appends the letter or pair at {@code i}, which {@link #isGreek} accepted; returns how many it took. */
    static int write(String text, int i, StringBuilder out) {
        char letter = base(text, i);
        char next = i + 1 < text.length() ? base(text, i + 1) : ' ';
        boolean split = i + 1 < text.length() && hasDiaeresis(text.charAt(i + 1));
        if (next == 'Υ' && !split) {
            if (letter == 'Ο') {
                out.append("OU");
                return 2;
            }
            if (letter == 'Α' || letter == 'Ε' || letter == 'Η') {
                char after = i + 2 < text.length() ? base(text, i + 2) : ' ';
                out.append(single(letter)).append(isVoiced(after) ? 'V' : 'F');
                return 2;
            }
        }
        if (letter == 'Γ' && (next == 'Γ' || next == 'Ξ' || next == 'Χ')) {
            out.append('N').append(single(next));
            return 2;
        }
        if (letter == 'Μ' && next == 'Π' && isEdge(text, i - 1, i + 2)) {
            out.append('B');
            return 2;
        }
        out.append(single(letter));
        return 1;
    }

    static boolean isIn(String word) {
        return word.chars().anyMatch(c -> (c >= 0x0370 && c <= 0x03FF) || (c >= 0x1F00 && c <= 0x1FFF));
    }

    /** Greek capitals of which those that ELOT writes by the letter are replaced by their sounds (Χ is H, not CH). */
    static String spoken(String capitals) {
        var spoken = new StringBuilder();
        for (int i = 0; i < capitals.length(); i++) {
            char letter = base(capitals, i);
            char next = i + 1 < capitals.length() ? base(capitals, i + 1) : ' ';
            char before = i > 0 ? base(capitals, i - 1) : ' ';
            var pair = pair(letter, next, i == 0);
            if (!pair.isEmpty()) {
                spoken.append(pair);
                i++;
            } else if (letter == 'Χ') {
                spoken.append('H');
            } else if (letter == 'Υ' && "ΟΑΕΗ".indexOf(before) < 0) {
                spoken.append('I');
            } else {
                spoken.append(capitals.charAt(i));
            }
        }
        return spoken.toString();
    }

    private static String pair(char letter, char next, boolean isFirst) {
        if (letter == 'Μ' && next == 'Π') {
            return isFirst ? "B" : "MB";
        }
        if (letter == 'Ν' && next == 'Τ') {
            return isFirst ? "D" : "ND";
        }
        if (letter == 'Γ' && next == 'Κ') {
            return isFirst ? "G" : "NG";
        }
        return letter == 'Α' && next == 'Ι' ? "E" : "";
    }

    private static boolean isEdge(String text, int before, int after) {
        return before < 0
                || after >= text.length()
                || !Character.isLetter(text.charAt(before))
                || !Character.isLetter(text.charAt(after));
    }

    // The diphthongs ΑΥ, ΕΥ, ΗΥ sound V before a vowel or a voiced consonant and F otherwise.
    private static boolean isVoiced(char letter) {
        return "ΑΒΓΔΕΖΗΙΛΜΝΟΡΥΩ".indexOf(letter) >= 0;
    }

    private static char base(String text, int i) {
        char c = text.charAt(i);
        return c < 0x0370 || Character.isSurrogate(c)
                ? c
                : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                        .charAt(0);
    }

    private static boolean hasDiaeresis(char c) {
        return !Character.isSurrogate(c)
                && Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                                .indexOf(DIAERESIS)
                        >= 0;
    }

    private static String single(char letter) {
        return switch (letter) {
            case 'Α' -> "A";
            case 'Β' -> "V";
            case 'Γ' -> "G";
            case 'Δ' -> "D";
            case 'Ε' -> "E";
            case 'Ζ' -> "Z";
            case 'Η', 'Ι' -> "I";
            case 'Θ' -> "TH";
            case 'Κ' -> "K";
            case 'Λ' -> "L";
            case 'Μ' -> "M";
            case 'Ν' -> "N";
            case 'Ξ' -> "X";
            case 'Ο', 'Ω' -> "O";
            case 'Π' -> "P";
            case 'Ρ' -> "R";
            case 'Σ' -> "S";
            case 'Τ' -> "T";
            case 'Υ' -> "Y";
            case 'Φ' -> "F";
            case 'Χ' -> "CH";
            case 'Ψ' -> "PS";
            default -> "";
        };
    }
}
