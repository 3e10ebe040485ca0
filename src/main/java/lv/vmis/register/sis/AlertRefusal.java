package lv.vmis.register.sis;

import lv.vmis.register.kernel.RefusalCode;

/** Why something about an alert is refused. */
public enum AlertRefusal implements RefusalCode {
    UNKNOWN,
    CHOICE_MISSING,
    ANSWERED_MEANWHILE,
    ANSWER_NOT_FOR_THIS,
    REASONS_NEEDED,
    NOT_IN_SIS,
    NOT_REVIEWABLE,
    LINK_UNKNOWN,
    ENTERED_MEANWHILE,
    NOTHING_REFUSED
}
