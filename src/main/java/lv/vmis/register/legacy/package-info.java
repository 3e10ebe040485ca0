/** The two old registers, and how they become part of this one; what their exports are and what their values mean is plain code in packages of its own. */
@NullMarked
@ApplicationModule(allowedDependencies = {"reading", "edge", "journal", "reference", "person", "ban", "document"})
package lv.vmis.register.legacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
