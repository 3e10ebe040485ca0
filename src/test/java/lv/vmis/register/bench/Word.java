package lv.vmis.register.bench;

import java.util.List;

/**
 * One word of a name: in its own letters, in those of the official language before (else the same), and in the Latin
 * spellings that passports know; without such a list the schools of its culture spell it.
 */
record Word(String original, String other, List<String> latin) {

    static Word of(String original) {
        return new Word(original, original, List.of());
    }

    Word with(Word ending) {
        if (latin.isEmpty() || ending.latin.isEmpty()) {
            return new Word(original + ending.original, other + ending.other, latin);
        }
        // The commonest spellings of both come first.
        var spellings = new java.util.ArrayList<String>();
        for (var sum = 0; sum < latin.size() + ending.latin.size() - 1 && spellings.size() < 8; sum++) {
            for (var first = 0; first <= sum; first++) {
                if (first < latin.size() && sum - first < ending.latin.size()) {
                    var spelling = latin.get(first) + ending.latin.get(sum - first);
                    if (!spellings.contains(spelling)) {
                        spellings.add(spelling);
                    }
                }
            }
        }
        return new Word(original + ending.original, other + ending.other, List.copyOf(spellings));
    }
}
