/**
 * Measures the matching: invented people of many name cultures, altered as a border sees them, engines that look for
 * them, and the figures. Its rules of spelling are its own, so that no engine is examined with its own rules.
 */
@NullMarked
package lv.vmis.register.bench;

import org.jspecify.annotations.NullMarked;
