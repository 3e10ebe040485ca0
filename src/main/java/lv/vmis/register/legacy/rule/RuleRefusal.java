package lv.vmis.register.legacy.rule;

import lv.vmis.register.kernel.RefusalCode;

/** Why a rule is not proposed or answered. */
enum RuleRefusal implements RefusalCode {
    FIELD_UNKNOWN,
    NOT_TRANSLATED,
    NOT_CLEANED,
    NOT_A_NORM,
    WORD_NEEDED,
    HEADER_OF_THE_TABLE,
    CODE_UNKNOWN,
    SAME_RULE,
    ONE_WAITS,
    NOTHING_TO_END,
    RULE_UNKNOWN,
    ALREADY_ANSWERED,
    FOUR_EYES,
    NOT_YOURS
}
