package lv.vmis.register.legacy.taking;

import java.util.Locale;

/** Why a row that can be understood is not taken over all the same. */
public enum RowFate {
    /** Its purpose was reached too long ago: counted, not loaded. */
    EXPIRED,
    /** The same entry, saying the same, is taken over already. */
    SAME_ROW,
    /** An entry with this number is taken over already, and says something else. */
    NUMBER_TWICE,
    /** It changed in the old register, and somebody has worked with its person here. */
    CHANGED_HERE,
    /** It changed in the old register: a later row took its place. */
    REPLACED,
    /** An invariant of the register does not hold for it. */
    NOT_ACCEPTED;

    /** The key of its text. */
    public String key() {
        return "legacy.fate." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
