package lv.vmis.register.ban;

/** What came of the review of a long ban (Immigration Law s. 63(7)). */
public enum ReviewResult {
    /** Still needed. */
    KEPT,
    /** To be cancelled or shortened by a follow-up decision. */
    CHANGE
}
