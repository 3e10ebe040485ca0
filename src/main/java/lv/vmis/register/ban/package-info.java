/** Entry bans for Latvia and for Schengen, and the clock that runs them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "returns", "decision"})
package lv.vmis.register.ban;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
