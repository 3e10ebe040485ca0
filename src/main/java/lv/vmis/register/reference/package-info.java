/** Code lists with validity: countries, crossing points, units, legal bases and parameters, holidays. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reading"})
package lv.vmis.register.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
