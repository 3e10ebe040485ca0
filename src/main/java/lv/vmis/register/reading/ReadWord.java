package lv.vmis.register.reading;

import java.util.List;

/**
 * One word of a name and the ways it may be written in Latin letters.
 *
 * @param original as written (compatibility forms composed, invisible characters dropped, cut where {@link Scripts} cuts)
 * @param latin capitals A to Z and digits, the most usual first, at most {@link Scripts#READINGS}; empty if the script is
 *     not known
 * @param vowelless whether the script leaves vowels out (Arabic, Hebrew) and the word is no usual name: then {@code latin} holds consonants only, save
 *     a leading A, I or U, which says no more than that the word begins with some vowel
 * @param joined whether the next word belongs to this one (a hyphen, an Arabic article, a given name written together)
 */
public record ReadWord(String original, List<String> latin, boolean vowelless, boolean joined) {

    public ReadWord {
        latin = List.copyOf(latin);
    }
}
