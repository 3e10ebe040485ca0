/** Generated people and accounts for demo and training. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "edge",
            "journal",
            "reading",
            "reference",
            "accounts",
            "person",
            "file",
            "returns",
            "detention",
            "safeguard",
            "decision",
            "ban",
            "notice",
            "removal",
            "check",
            "partner",
            "following",
            "exchange",
            "vmis",
            "legacy :: export"
        })
package lv.vmis.register.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
