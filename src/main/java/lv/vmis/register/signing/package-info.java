/** Electronic signatures of printed documents: made through a port or brought from outside, validated, kept. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "person", "file"})
package lv.vmis.register.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
