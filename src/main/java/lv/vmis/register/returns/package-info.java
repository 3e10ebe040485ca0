/** The return case: the finding that opens it, and its handing over between the two bodies. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "reading"})
package lv.vmis.register.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
