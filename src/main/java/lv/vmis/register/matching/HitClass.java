package lv.vmis.register.matching;

/** How sure a hit is. No class ever decides about a person by itself. */
public enum HitClass {
    /** A document, or the full name with the full date of birth, agrees, and nothing speaks against. */
    EXACT,
    PROBABLE,
    POSSIBLE
}
