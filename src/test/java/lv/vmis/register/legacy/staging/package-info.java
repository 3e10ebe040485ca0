/** Tests of what is read of old registers. */
@NullMarked
package lv.vmis.register.legacy.staging;

import org.jspecify.annotations.NullMarked;
