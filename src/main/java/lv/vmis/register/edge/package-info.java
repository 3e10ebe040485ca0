/** The edge: sign-in, rights, purpose, page frame, languages, forms, problems. What a request passes before a module sees it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "reading"})
package lv.vmis.register.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
