package lv.vmis.register.check;

/** What a person of the register has against him on a day, the gravest first. */
public enum Standing {
    BAN_IN_FORCE,
    /** Imposed by a signed decision; runs from the departure, which is not confirmed yet. */
    BAN_WAITS,
    /** A signed order or removal decision that nobody has confirmed as carried out. */
    DECISION_OPEN,
    NOTHING
}
