/** The journal: every act, every look at personal data and every sign-in, in one list that only grows. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package lv.vmis.register.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
