/** Institutions that use the register under an agreement, and the systems they call it with. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "check"})
package lv.vmis.register.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
