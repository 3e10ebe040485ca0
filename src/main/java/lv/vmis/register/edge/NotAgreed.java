package lv.vmis.register.edge;

/** A system called something that its agreement does not name. */
final class NotAgreed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code of the problem */
    NotAgreed(String code) {
        super("not agreed", null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
