/** What tests share: the application on a real database of its own, a clock that can be set, officials who act. */
@NullMarked
package lv.vmis.register.support;

import org.jspecify.annotations.NullMarked;
