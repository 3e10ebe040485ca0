/** Reads what people and machines write about a person (names, travel documents, codes, dates). */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package lv.vmis.register.reading;

import org.jspecify.annotations.NullMarked;
