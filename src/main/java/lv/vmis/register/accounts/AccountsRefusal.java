package lv.vmis.register.accounts;

import lv.vmis.register.kernel.RefusalCode;

/** Why something with accounts is refused. */
enum AccountsRefusal implements RefusalCode {
    PASSWORD_SHORT,
    PASSWORD_LONG,
    PASSWORD_COMMON,
    PASSWORD_CONTEXT,
    PASSWORDS_DIFFER,
    PASSWORD_WRONG,
    SETUP_WRONG,
    CODE_WRONG,
    WAIT,
    OWN_ACCOUNT,
    LOGIN_TAKEN,
    LOGIN_FORM,
    SUBJECT_TAKEN,
    ALREADY_BLOCKED,
    NOT_BLOCKED,
    DEMO_ACCOUNT,
    NOT_LOCAL
}
