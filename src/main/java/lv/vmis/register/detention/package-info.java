/** Detention of foreigners with its clock, their placement and release, and the measures applied instead. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "returns"})
package lv.vmis.register.detention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
