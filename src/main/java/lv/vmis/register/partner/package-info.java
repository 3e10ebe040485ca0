/** Institutions that use the register under an agreement: what is agreed, by four eyes, and the systems they call it with. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "document", "check"})
package lv.vmis.register.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
