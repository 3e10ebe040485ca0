package lv.vmis.register.sis;

import java.util.Arrays;

/** Why an alert ought not to exist any more, with the Article. */
public enum AlertEnd {
    /** 2018/1860 Art. 14(1). */
    DECISION_CANCELLED,
    /** 2018/1860 Art. 6(2). */
    DEPARTED,
    /** 2018/1860 Art. 6(2), 8. */
    SEEN_LEAVING,
    /** A later decision of the case; the alert goes over to it. */
    REPLACED,
    NOT_IN_FORCE,
    /** 2018/1861 Art. 24(3). */
    NOT_LEFT,
    /** 2018/1861 Art. 40(1). */
    BAN_CANCELLED,
    BAN_SUSPENDED,
    BAN_OVER,
    /** 2018/1860 Art. 9; 2018/1861 Art. 27. */
    LEGALISED,
    PROTECTION,
    /** 2018/1860 Art. 14(2); 2018/1861 Art. 40(3). */
    CITIZEN,
    DECEASED,
    /** 2018/1860 Art. 9–11; 2018/1861 Art. 27–29. */
    PERMIT_KEPT,
    NO_OBJECTION,
    /** 2018/1861 Art. 23(1). */
    DO_NOT_ENTER,
    /** 2018/1861 Art. 39(7). */
    DELETE,
    /** 2018/1861 Art. 23(2): another alert takes its place. */
    OTHER_ALERT;

    static AlertEnd of(String why) {
        return Arrays.stream(values())
                .filter(end -> end.name().equals(why))
                .findFirst()
                .orElse(OTHER_ALERT);
    }
}
