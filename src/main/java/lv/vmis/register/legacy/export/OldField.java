package lv.vmis.register.legacy.export;

import java.util.Map;

/**
 * A column of an old register.
 *
 * @param name as the export has it: {@code DZ_DATUMS}
 * @param item of the old Regulation, or a dash where there is none
 * @param codes what each code of the old register is here; empty unless the kind is {@link Kind#CODE}
 * @param becomes the item of Regulation 122, or where it is kept when that has none
 */
public record OldField(
        String name,
        Kind kind,
        String item,
        Map<String, String> codes,
        String becomes,
        Certainty certainty,
        String meaningLv,
        String meaningEn) {

    /** What stands in a cell of the column. */
    public enum Kind {
        KEY,
        NAME,
        TEXT,
        DATE,
        COUNTRY,
        NUMBER,
        CODE,
        /** Several documents merged in one cell. */
        DOCUMENTS,
        /** The path of a file in the folder of attachments. */
        FILE
    }

    /** How sure it is that the old register had this column. */
    public enum Certainty {
        /** The text of the item is known. */
        LAW,
        /** The text of the item has still to be checked. */
        OPEN,
        /** No item: made up as an old system would have it. */
        DESIGN
    }
}
