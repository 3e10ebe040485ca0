package lv.vmis.register.legacy.staging;

/** What an export holds. */
public enum LoadKind {
    /** The whole register. */
    FULL,
    /** What changed since an earlier one. */
    DELTA
}
