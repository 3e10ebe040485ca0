/** Lists for work: persons selected by conditions over allowed fields, searches saved under a name, and files of lists. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "decision", "ban"})
package lv.vmis.register.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
