/** When there is no network: lists for named devices of the border, the program that checks by them, and its checks entered afterwards. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"edge", "journal", "matching", "reading", "reference", "person", "ban", "check"})
package lv.vmis.register.contingency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
