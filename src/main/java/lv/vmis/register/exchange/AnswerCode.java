package lv.vmis.register.exchange;

/** What the other system made of a message. PENDING: it keeps the message, and a later incoming one decides. */
public enum AnswerCode {
    ACCEPTED,
    PENDING,
    REFUSED
}
