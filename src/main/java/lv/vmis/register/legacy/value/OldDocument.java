package lv.vmis.register.legacy.value;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as an old register has it.
 *
 * @param type code of this register; nothing where the old word for it is not known
 * @param text the part of the cell it was read from
 */
public record OldDocument(
        @Nullable String type,
        String number,
        OldDate issued,
        OldDate expires,
        String issuer,
        String text,
        List<Remark> remarks) {

    /** Takes a cell apart in which documents were merged: {@code PASE LV1234567, izd. 12.03.99 PMLP}. Never throws. */
    public static List<OldDocument> readAll(String cell, LocalDate reference) {
        return OldDocuments.read(cell, reference);
    }

    /** The code of this register for an old word for a kind of document; nothing where it is not known. */
    public static @Nullable String type(String word) {
        return OldDocuments.type(word);
    }
}
