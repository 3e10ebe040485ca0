package lv.vmis.register.matching;

/**
 * One part of a score.
 *
 * @param asked the word of the question, in capitals A to Z; empty unless the reason is about words
 * @param known the word of the register; empty unless the reason is about words
 * @param hundredths of a bit, above 0 for and below 0 against
 */
public record Part(Reason reason, String asked, String known, int hundredths) {

    public double bits() {
        return hundredths / 100.0;
    }
}
