/** Departure orders and removal decisions: prepared, signed by another, numbered, printed, served, carried out. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "edge",
            "journal",
            "reference",
            "person",
            "returns",
            "detention",
            "safeguard",
            "document",
            "signing",
            "accounts"
        })
package lv.vmis.register.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
