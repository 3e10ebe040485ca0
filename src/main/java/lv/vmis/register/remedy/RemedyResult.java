package lv.vmis.register.remedy;

/** What came of a remedy. */
public enum RemedyResult {
    UPHELD,
    AMENDED,
    CANCELLED,
    WITHDRAWN,
    REJECTED;

    /** Whether the decision stands as it was, so that its term goes on. */
    boolean leavesDecision() {
        return this == UPHELD || this == WITHDRAWN || this == REJECTED;
    }
}
