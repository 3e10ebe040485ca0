package lv.vmis.register.matching;

import java.util.List;

/**
 * One word of a name as it was read.
 *
 * @param latin the letters A to Z it is most usually written with
 * @param folds the keys of {@link Fold} under which it is found
 * @param vowelless whether its script leaves vowels out, so that only its consonants say anything
 */
record Word(String latin, List<String> folds, boolean vowelless) {

    /** Words with one identity are one entry of the lexicon. */
    String identity() {
        return latin + '|' + String.join("|", folds);
    }
}
