package lv.vmis.register.edge;

/** A request that no page of the register sends: a hidden field is missing, or holds what it never holds. */
public final class Unreadable extends RuntimeException {

    Unreadable(String what) {
        super(what, null, false, false);
    }
}
