package lv.vmis.register.legacy.job;

/** Why long work failed; each has a text that says what to do. */
public enum JobFailure {
    UNKNOWN_TABLE,
    OTHER_REGISTER,
    SAME_FILE,
    FILE_CHANGED,
    /** Somebody has worked with a person of the load. */
    TOUCHED,
    /** Something nobody foresaw; the log has it. */
    FAULT;

    /** Whether the same file can be tried again as it is. */
    public boolean canGoOn() {
        return this == FAULT;
    }
}
