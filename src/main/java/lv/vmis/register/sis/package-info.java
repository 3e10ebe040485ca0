/** Alerts in the Schengen Information System: worked out from decisions and bans, told to N.SIS, and reviewed; consultations and hits of other States. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "returns", "exchange"})
package lv.vmis.register.sis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
