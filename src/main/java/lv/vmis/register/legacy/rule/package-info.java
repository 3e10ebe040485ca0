/** The rules by which old registers are read, as data with a version: proposed, looked at, approved by another official. */
@NullMarked
package lv.vmis.register.legacy.rule;

import org.jspecify.annotations.NullMarked;
