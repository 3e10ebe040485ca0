package lv.vmis.register.matching;

/** How sure a hit is. No class ever decides about a person by itself. */
public enum HitClass {
    /**
     * By itself at least 95 % likely; the full name with the full date of birth agrees, or a document with a date that fits; and
     * neither a name nor the sex contradicts.
     */
    EXACT,
    /** By itself at least half likely, and no twin by the names; or a document agrees. */
    PROBABLE,
    /** Less, down to odds of one to 250. */
    POSSIBLE
}
