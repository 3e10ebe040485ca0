package lv.vmis.register.detention;

import lv.vmis.register.person.PersonBar;
import lv.vmis.register.returns.ReturnCase;

/** A measure that is to end. */
public record OpenMeasure(AlternativeMeasure measure, ReturnCase found, PersonBar bar) {}
