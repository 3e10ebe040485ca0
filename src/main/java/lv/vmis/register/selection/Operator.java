package lv.vmis.register.selection;

/** How a field is compared, and so how it is asked for. */
public enum Operator {
    /** One of the values of a list. */
    ANY_OF,
    /** One of the States that are typed. */
    ANY_STATE,
    /** Days from one to another, either of which may be left open. */
    DAYS,
    /** Whole numbers from one to another, either of which may be left open. */
    NUMBERS,
    YES_NO
}
