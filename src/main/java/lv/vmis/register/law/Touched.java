package lv.vmis.register.law;

import lv.vmis.register.reference.DatedRule.Worked;
import lv.vmis.register.reference.LegalParameter;

/**
 * An open case that a change of the law gives another date.
 *
 * @param rule key of the rule
 * @param termBefore the version of the parameter that applies to it now
 */
public record Touched(String rule, Worked before, Worked after, LegalParameter termBefore, LegalParameter termAfter) {}
