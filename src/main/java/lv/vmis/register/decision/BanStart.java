package lv.vmis.register.decision;

/** From when an entry ban runs. */
public enum BanStart {
    /** From the day on which the person leaves. */
    DEPARTURE,
    /** From the day of the decision: the person is abroad. */
    DECISION,
    /** From a day that the decision names. */
    DAY
}
