/** Messages to and from the systems of other authorities: sent until they are answered, each with exactly one effect, in order for each person. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person"})
package lv.vmis.register.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
