/** Receipts for answers of the API: signed statements of what was asked, by whom, and what was answered. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal"})
package lv.vmis.register.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
