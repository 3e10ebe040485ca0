/** Whom institutions follow under their agreements, and the events they are told of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reading", "reference", "person"})
package lv.vmis.register.following;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
