/** Tests of lists for work. */
@NullMarked
package lv.vmis.register.selection;

import org.jspecify.annotations.NullMarked;
