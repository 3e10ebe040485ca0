/** What waits for whom today. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "edge",
            "journal",
            "reference",
            "reading",
            "person",
            "returns",
            "detention",
            "decision",
            "ban",
            "selection"
        })
package lv.vmis.register.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
