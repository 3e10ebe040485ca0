package lv.vmis.register.ban;

import lv.vmis.register.kernel.RefusalCode;

/** Why a ban is refused. */
public enum BanRefusal implements RefusalCode {
    PERSON_UNKNOWN,
    DRAFT_EXISTS,
    NOT_REVIEWED,
    REVIEWED_BY_ANOTHER,
    BASIS_NOT_IN_FORCE,
    BASIS_OF_ANOTHER,
    BASIS_WITHOUT_SCHENGEN,
    TERM_TOO_LONG,
    TERM_TOO_SHORT,
    INDEFINITE_NOT_ALLOWED,
    STARTS_WITH_DEPARTURE,
    RETURN_IS_OPEN,
    TERRITORY_TWICE,
    ENDS_BEFORE_IT_BEGINS,
    STATE_UNKNOWN,
    SINCE_IN_FUTURE,
    UNION_BASIS,
    UNION_BASIS_ONLY,
    UNION_TERRITORY,
    UNION_CONDUCT,
    UNION_RETURN,
    NEVER_BANNED
}
