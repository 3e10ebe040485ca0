/** Court judgments that impose expulsion: entered among the return decisions, served in prison or not, set aside. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "returns", "decision"})
package lv.vmis.register.judgment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
