/** May this person enter? The screen, the API, and the words of the answer. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "matching", "reading", "reference", "person", "ban"})
package lv.vmis.register.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
