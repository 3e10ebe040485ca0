package lv.vmis.register.person;

import lv.vmis.register.kernel.RefusalCode;

/** Why a search or a stated purpose is refused. */
public enum PersonRefusal implements RefusalCode {
    COUNTRY_UNKNOWN,
    NAME_TOO_SHORT,
    NOTHING_TO_SEARCH,
    CASE_OR_REASON
}
