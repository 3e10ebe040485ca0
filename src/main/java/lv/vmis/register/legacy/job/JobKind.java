package lv.vmis.register.legacy.job;

/** What long work does. */
public enum JobKind {
    /** Reads a file row by row into the register, and works out what it looks like. */
    STAGE,
    /** Says what a load would do. */
    TRIAL,
    /** Takes rows over. */
    LOAD,
    /** Takes back what was taken over. */
    UNDO,
    /** Compares what was taken over with its rows. */
    RECONCILE
}
