package lv.vmis.register.law;

import lv.vmis.register.reference.DatedRule.Worked;
import lv.vmis.register.reference.LegalParameter;
import org.jspecify.annotations.Nullable;

/**
 * An open case that a change of the law gives another date, or a draft that it lets be signed, or not.
 *
 * @param rule key of the rule
 * @param termBefore the version of the parameter that applies to it now; nothing where a ground changes
 */
public record Touched(
        String rule,
        Worked before,
        Worked after,
        @Nullable LegalParameter termBefore,
        @Nullable LegalParameter termAfter) {

    /** A draft that can be signed as the law is, and could not as it would be. */
    boolean isBarred() {
        var now = before.against();
        var then = after.against();
        return now != null && then != null && now.isEmpty() && !then.isEmpty();
    }
}
