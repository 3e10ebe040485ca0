package lv.vmis.register.ban;

import lv.vmis.register.kernel.RefusalCode;

/** Why a ban is refused. */
public enum BanRefusal implements RefusalCode {
    BASIS_NOT_IN_FORCE,
    BASIS_OF_ANOTHER,
    BASIS_WITHOUT_SCHENGEN,
    TERM_TOO_LONG,
    TERM_TOO_SHORT,
    INDEFINITE_NOT_ALLOWED,
    TERRITORY_TWICE
}
