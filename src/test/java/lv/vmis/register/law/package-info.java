/** Tests of changes of the law. */
@NullMarked
package lv.vmis.register.law;

import org.jspecify.annotations.NullMarked;
