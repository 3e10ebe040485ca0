package lv.vmis.register.legacy.job;

/** How far long work is. */
public enum JobState {
    WAITING("waits"),
    RUNNING("info"),
    CANCELLED("muted"),
    DONE("ok"),
    FAILED("danger");

    private final String badge;

    JobState(String badge) {
        this.badge = badge;
    }

    /** The look of its mark. */
    public String badge() {
        return badge;
    }

    /** Whether it will go on by itself. */
    public boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
