/** Tests that guard the shape of the whole. */
@NullMarked
package lv.vmis.register;

import org.jspecify.annotations.NullMarked;
