package lv.vmis.register.edge;

/** Why a call is turned away: the status and the code of its problem. */
record Denial(int status, String code) {}
