/** What a row of the old registers means here: ready to be taken over, refused with its reasons, or past its time. Pure functions. */
@NullMarked
@NamedInterface("meaning")
package lv.vmis.register.legacy.meaning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
