package lv.vmis.register.legacy.rule;

/** What a proposal does to the rules. */
public enum RuleStep {
    /** A rule, or another one for the same word. */
    ADDED,
    /** The rule for the word ends. */
    ENDED
}
