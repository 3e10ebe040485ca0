/** Persons whose whereabouts are unknown: since when, what is done to find them, and when that is reviewed next. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "returns", "detention"})
package lv.vmis.register.whereabouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
