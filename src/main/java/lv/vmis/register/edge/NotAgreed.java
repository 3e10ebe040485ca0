package lv.vmis.register.edge;

/** A system called something that its agreement does not name. */
final class NotAgreed extends RuntimeException {
    NotAgreed() {
        super("not agreed", null, false, false);
    }
}
