/** The database: PostgreSQL started from our own class path or given by address, its roles, and transactions that say who acts. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package lv.vmis.register.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
