/** What is printed: the records of what each document says, its fixed texts in versions, and their administration. */
@NullMarked
@ApplicationModule(allowedDependencies = {"edge", "journal", "reference", "accounts"})
package lv.vmis.register.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
