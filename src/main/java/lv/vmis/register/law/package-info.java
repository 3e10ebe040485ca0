/** Changes of the law as data with a date: proposed, tried on open cases, approved by another official. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference"})
package lv.vmis.register.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
