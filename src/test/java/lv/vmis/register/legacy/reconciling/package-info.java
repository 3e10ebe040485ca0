/** Tests of what is counted and compared. */
@NullMarked
package lv.vmis.register.legacy.reconciling;

import org.jspecify.annotations.NullMarked;
