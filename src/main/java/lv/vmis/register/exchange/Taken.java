package lv.vmis.register.exchange;

/** What came of a message that came in, as answered to its sender. The last two stay visible until somebody has looked. */
public enum Taken {
    DONE,
    NOT_UNDERSTOOD,
    NOT_FOR_US
}
