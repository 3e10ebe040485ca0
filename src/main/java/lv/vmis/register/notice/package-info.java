/** Notices to PMLP (Reg. 122 p. 9–12): what ministers, consular officials and heads of institutions tell, and its entry in time. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"edge", "journal", "reference", "person", "returns", "decision", "ban", "followup"})
package lv.vmis.register.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
