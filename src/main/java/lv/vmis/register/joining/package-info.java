/** One person with several records: likely duplicates, comparing and judging them, joining records and parting them again. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "matching", "reference", "person"})
package lv.vmis.register.joining;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
