/** The words every module speaks: outcomes and refusals, periods, partial dates, who acts, and what an action is. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package lv.vmis.register.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
