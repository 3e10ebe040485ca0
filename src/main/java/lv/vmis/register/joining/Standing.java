package lv.vmis.register.joining;

/** Where two persons stand with the officials. */
public enum Standing {
    OPEN,
    UNSURE,
    PROPOSED,
    DIFFERENT,
    JOINED;

    static boolean isOpen(Standing standing) {
        return standing == OPEN || standing == UNSURE;
    }
}
