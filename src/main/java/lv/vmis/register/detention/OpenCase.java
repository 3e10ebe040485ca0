package lv.vmis.register.detention;

import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.ReturnCase;

/** A case in which somebody is to be detained or a measure applied. */
public record OpenCase(ReturnCase found, PersonBar bar) {}
