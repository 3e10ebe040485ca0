/** Tests of what is read of old registers. */
@NullMarked
package lv.vmis.register.legacy.job;

import org.jspecify.annotations.NullMarked;
