package lv.vmis.register.legacy.meaning;

import lv.vmis.register.legacy.export.OldTable;

/**
 * One rule of how an export is read.
 *
 * @param field the column it is about, as the definition names it
 * @param word the code, word, header or part of a norm it applies to; empty where a cleaning applies to every value
 * @param becomes the code of this register or the name of a {@link Cleaning}; of a header nothing
 */
public record Rule(OldTable table, Kind kind, String field, Match match, String word, String becomes) {

    /** Whether both are about the same value, whatever they make of it. */
    public boolean isOfSameWord(Rule other) {
        return table == other.table
                && kind == other.kind
                && field.equals(other.field)
                && match == other.match
                && Words.folded(word).equals(Words.folded(other.word));
    }

    /** What a rule does. */
    public enum Kind {
        /** A code or word of a column is a code of this register. */
        TRANSLATION,
        /** A header that the definition lacks is this column. */
        COLUMN,
        /** Values of a column are cleaned before they are read. */
        CLEANING,
        /** Words of an old norm are a legal basis of this register. */
        LEGAL_BASIS
    }

    /** How the word is looked for; never by a pattern, so that everybody sees what it finds. Case, marks and blanks do not matter. */
    public enum Match {
        EQUALS,
        /** As whole words within the value. */
        CONTAINS
    }

    /** What may be done to a value: a closed list. */
    public enum Cleaning {
        /** The word means that nothing was entered. */
        EMPTY,
        /** Windows-1257 that was read as Windows-1252. */
        MISREAD,
        /** Words in capitals get one capital letter. */
        TITLE_CASE
    }
}
