/** Reads what people and machines write about a person (names, travel documents, codes, dates) and compares it. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package lv.vmis.register.matching;

import org.jspecify.annotations.NullMarked;
