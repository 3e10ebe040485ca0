/** Finds the persons a description may mean, and says how likely and why: names, index, score, explanation. A pure library. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"reading"})
package lv.vmis.register.matching;

import org.jspecify.annotations.NullMarked;
