/** Face images and files of a person: taken in, searched for malware, kept sealed, shown and withdrawn. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "person"})
package lv.vmis.register.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
