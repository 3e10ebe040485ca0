package lv.vmis.register.matching;

/** Puts a compared row into a class, by its probability and by what agrees. */
final class Sureness {

    private static final double SURE = 0.95;
    private static final double LIKELY = 0.5;

    private final double[] amounts;
    private final boolean isGivenNameSure;

    /**
     * @param isGivenNameSure whether every given name that found an equal agrees at least by sound
     */
    Sureness(double[] amounts, boolean isGivenNameSure) {
        this.amounts = amounts;
        this.isGivenNameSure = isGivenNameSure;
    }

    HitClass kind(double probability) {
        boolean document = has(Feature.DOCUMENT_AGREES);
        boolean against = has(Feature.GIVEN_CONTRADICTED) || has(Feature.WORD_CONTRADICTED) || has(Feature.SEX_DIFFERS);
        boolean named = has(Feature.COMPLETE)
                && !has(Feature.NEAR_VOWEL)
                && !has(Feature.NEAR)
                && !has(Feature.NEAR_START)
                && !has(Feature.SKELETON)
                && !has(Feature.CONSONANTS)
                && !has(Feature.FAR)
                && !has(Feature.LIKE)
                && !has(Feature.PREFIX)
                && !has(Feature.INITIAL);
        boolean full = named && isGivenNameSure && has(Feature.DATE_EXACT);
        if (probability >= SURE
                && !against
                && (full || (document && !has(Feature.SURNAME_CONTRADICTED) && isDateFitting()))) {
            return HitClass.EXACT;
        }
        return probability >= LIKELY && (document || !isPerhapsTwin()) ? HitClass.PROBABLE : HitClass.POSSIBLE;
    }

    private boolean has(Feature feature) {
        return amounts[feature.ordinal()] > 0;
    }

    private boolean isDateFitting() {
        return has(Feature.DATE_EXACT) || has(Feature.DATE_PART) || has(Feature.DATE_MISSING);
    }

    // Brothers and sisters share a surname and, twins, a date of birth. What tells them apart is the given name, so one
    // that is only near is never enough without a document.
    private boolean isPerhapsTwin() {
        return has(Feature.GIVEN_CONTRADICTED)
                || has(Feature.WORD_CONTRADICTED)
                || has(Feature.GIVEN_MISSING)
                || has(Feature.SEX_DIFFERS)
                || !isGivenNameSure;
    }
}
