package lv.vmis.register.matching;

/**
 * One part of a score.
 *
 * @param reason what it is about
 * @param asked the word of the question, in capitals A to Z; empty unless the reason is about words
 * @param known the word of the register; empty unless the reason is about words
 * @param hundredths of a bit, above 0 for and below 0 against
 */
public record Part(Reason reason, String asked, String known, int hundredths) {

    /** What it adds to the score: each bit doubles the odds. */
    public double bits() {
        return hundredths / 100.0;
    }
}
