package lv.vmis.register.detention;

import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.ReturnCase;

/**
 * A case in which somebody is to be detained or a measure applied.
 *
 * @param isMinor whether he is, or may be, a minor on the day
 */
public record OpenCase(ReturnCase found, PersonBar bar, boolean isMinor) {}
