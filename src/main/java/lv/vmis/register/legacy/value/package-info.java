/** What the peculiar values of the old registers mean: dates, names, countries, documents, codes, addresses. Pure functions. */
@NullMarked
@NamedInterface("value")
package lv.vmis.register.legacy.value;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
