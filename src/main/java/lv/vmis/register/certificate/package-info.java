/** Certificates from the Register on one person, of bans and decisions for a recipient and a purpose, and extracts of all it holds on him. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "decision", "document", "signing"})
package lv.vmis.register.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
