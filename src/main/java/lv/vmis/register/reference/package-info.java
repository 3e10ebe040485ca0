/** Code lists with validity: countries, crossing points, units, legal bases and parameters, holidays. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "matching"})
package lv.vmis.register.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
