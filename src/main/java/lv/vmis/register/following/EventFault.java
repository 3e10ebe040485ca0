package lv.vmis.register.following;

/** Why an event that was sent was not taken. */
public enum EventFault {
    /** The address leads to where the register does not call. */
    NOT_ALLOWED,
    /** Nobody there, or nobody who proves to be there. */
    UNREACHABLE,
    /** It was sent, and no answer came in time. */
    NO_ANSWER,
    /** The answer was no success. */
    NOT_TAKEN
}
