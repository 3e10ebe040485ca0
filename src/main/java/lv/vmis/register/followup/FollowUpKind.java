package lv.vmis.register.followup;

/** What a follow-up decision does with its target: code of the list {@code follow_up_kind}. */
public enum FollowUpKind {
    /** Gives an order another last day to leave. */
    EXTEND,
    /** Gives a return decision another State to go to. */
    AMEND,
    SUSPEND,
    RESUME,
    CANCEL,
    /** Gives a ban a shorter term. */
    REDUCE
}
