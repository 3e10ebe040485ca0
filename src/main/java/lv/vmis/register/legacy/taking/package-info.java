/** What is staged becomes part of this register: decided by two officials, row by row, and until it is signed off as if it had never been. */
@NullMarked
package lv.vmis.register.legacy.taking;

import org.jspecify.annotations.NullMarked;
