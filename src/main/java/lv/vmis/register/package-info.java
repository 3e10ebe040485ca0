/** The Register of Removed Foreigners and Entry Bans of Latvia. */
@NullMarked
package lv.vmis.register;

import org.jspecify.annotations.NullMarked;
