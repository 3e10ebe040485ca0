package lv.vmis.register.document;

import lv.vmis.register.kernel.RefusalCode;

/** Why a template is not taken, or not answered. */
public enum TemplateRefusal implements RefusalCode {
    FIELD_UNKNOWN,
    BRACE_NOT_CLOSED,
    BRACE_NOT_OPENED,
    UNPRINTABLE,
    TEMPLATE_UNKNOWN,
    ALREADY_WAITING,
    ALREADY_ANSWERED,
    FOUR_EYES,
    FROM_TOMORROW,
    TOO_LATE
}
