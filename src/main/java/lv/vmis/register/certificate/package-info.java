/** Certificates from the Register on one person: what it holds of bans and decisions, for a recipient and a purpose. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person", "decision", "document"})
package lv.vmis.register.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
