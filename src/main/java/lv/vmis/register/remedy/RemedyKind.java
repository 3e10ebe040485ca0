package lv.vmis.register.remedy;

/** Where a decision is objected to: a higher authority, the court, or the court of cassation. */
public enum RemedyKind {
    CONTEST,
    APPEAL,
    CASSATION
}
