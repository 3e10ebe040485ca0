/** Code that breaks the house rules on purpose, one rule a class, so that each rule is seen to bite. Never run. */
@NullMarked
package lv.vmis.broken;

import org.jspecify.annotations.NullMarked;
