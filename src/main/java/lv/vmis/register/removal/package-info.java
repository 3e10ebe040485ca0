/** Carrying out removal decisions (Reg. 454): what was done for each, what blocks it, and the board of all that wait. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "edge",
            "journal",
            "reference",
            "person",
            "returns",
            "safeguard",
            "decision",
            "document",
            "questionnaire"
        })
package lv.vmis.register.removal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
