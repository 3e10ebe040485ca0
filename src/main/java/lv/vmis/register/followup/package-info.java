/** Follow-up decisions: they suspend, resume, cancel or amend a decision, or reduce the term of a ban. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"edge", "journal", "reference", "person", "returns", "decision", "document", "signing"})
package lv.vmis.register.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
