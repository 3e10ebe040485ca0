/** Remedies against decisions: contested before a higher authority, appealed against before a court, and what came of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "returns", "decision"})
package lv.vmis.register.remedy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
