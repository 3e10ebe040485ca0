package lv.vmis.register.following;

import lv.vmis.register.kernel.PartialDate;

/** Whose document is followed: whoever holds it and may be born on this day. */
record Bearer(String numberKey, String issuer, PartialDate birthDate) {}
