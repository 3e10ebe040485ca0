/** Files of old registers as they came: put, read row by row, kept for ever, and looked at before anything is mapped. */
@NullMarked
package lv.vmis.register.legacy.staging;

import org.jspecify.annotations.NullMarked;
