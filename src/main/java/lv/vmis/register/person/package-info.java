/** A foreigner: identities, documents, addresses, finding him, his history and who looked. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "matching", "reading", "reference"})
package lv.vmis.register.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
