package lv.vmis.register.edge;

/** What an answer tells beside the verdict when the agreement says so. */
public enum Attribute {
    /** Why an official has to look. */
    REASONS,
    /** What the official does next. */
    INSTRUCTION,
    BAN_TERRITORY,
    BAN_DAYS,
    BAN_LEGAL_BASIS,
    /** Number and day of the decision. */
    BAN_DECISION,
    /** The institution that decided. */
    BAN_AUTHORITY,
    /** Who the person is that was found: number in the register, names, birth, sex, nationalities. */
    IDENTITY,
    /** The documents of the person that was found. */
    DOCUMENTS
}
