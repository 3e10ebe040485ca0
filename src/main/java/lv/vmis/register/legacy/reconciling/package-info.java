/** What became of the old registers, counted and compared row by row, and what is printed about it. */
@NullMarked
package lv.vmis.register.legacy.reconciling;

import org.jspecify.annotations.NullMarked;
