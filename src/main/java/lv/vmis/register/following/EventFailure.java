package lv.vmis.register.following;

/** An event that was sent was not taken. */
final class EventFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final EventFault fault;

    /** @param detail without any content of the answer */
    EventFailure(EventFault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
    }

    EventFault fault() {
        return fault;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
