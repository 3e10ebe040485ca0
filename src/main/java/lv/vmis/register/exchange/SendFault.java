package lv.vmis.register.exchange;

/** Why an attempt failed. */
public enum SendFault {
    /** Nobody there: no message is to blame, so this is tried for ever. */
    UNREACHABLE,
    /** It was sent, and no answer came back whole in time. */
    NO_ANSWER,
    BAD_STATUS,
    UNREADABLE,
    /** It was answered, and the register could not keep the answer. */
    NOT_NOTED
}
