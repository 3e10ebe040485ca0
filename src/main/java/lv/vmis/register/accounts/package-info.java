/** Officials: their accounts, roles and units, how they sign in, the usage rules they accept. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference"})
package lv.vmis.register.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
