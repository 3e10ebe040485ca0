package lv.vmis.register.matching;

/** How sure a hit is. No class ever decides about a person by itself. */
public enum HitClass {
    /**
     * By itself at least 95 % likely; a document, or the full name with the full date of birth, agrees; and no name (a surname where the
     * document agrees not either), sex or, with a document, date contradicts.
     */
    EXACT,
    /** By itself at least half likely, and no twin by the names; or a document agrees. */
    PROBABLE,
    /** Less, down to odds of one to 250. */
    POSSIBLE
}
