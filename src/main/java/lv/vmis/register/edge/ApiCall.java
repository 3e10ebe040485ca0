package lv.vmis.register.edge;

/** What a system may call when its agreement says so. */
public enum ApiCall {
    /** One check at a time. */
    CHECK,
    /** Many checks at once. */
    CHECK_MANY,
    /** Following persons, and the events about them. */
    FOLLOW,
    /** Checks as the register would have answered them at a past moment. */
    CHECK_AS_OF
}
