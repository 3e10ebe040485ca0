package lv.vmis.register.exchange;

/** Where a message to another system stands. */
public enum MessageState {
    WAITING,
    DEAD,
    ACCEPTED,
    PENDING,
    REFUSED,
    ASIDE;

    /** Whether the messages after it have to wait. */
    public boolean isOpen() {
        return this == WAITING || this == DEAD;
    }
}
