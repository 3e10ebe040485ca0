/** What must be assessed before somebody is removed by force: an answer with evidence to every question. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "returns"})
package lv.vmis.register.safeguard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
