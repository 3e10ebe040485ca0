/** What VMIS says of a person, when asked and by itself, and the exits that the border system tells of. They are shown and change no case; no return is decided of who may stay by them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reading", "reference", "person", "exchange"})
package lv.vmis.register.vmis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
