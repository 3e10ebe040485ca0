package lv.vmis.register.legacy.value;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.kernel.PartialDate;

/** What a date of an old register says. */
public sealed interface OldDate {

    /** A date, perhaps in part, with what was assumed. */
    record Known(PartialDate date, List<Remark> remarks) implements OldDate {}

    /** The old register's way of saying that nobody knows. */
    record Unknown(List<Remark> remarks) implements OldDate {}

    /** Without an end. */
    record Indefinite(List<Remark> remarks) implements OldDate {}

    record Blank() implements OldDate {}

    /** No date can be made of it without a person's decision. */
    record Unreadable(Remark remark) implements OldDate {}

    /** What the date is of: it decides which century two digits mean, and what may lie in the future. */
    enum Meaning {
        BIRTH,
        EVENT,
        UNTIL
    }

    /**
     * Reads a date as an old register has it. Never throws.
     *
     * @param reference a day near which it was entered
     */
    static OldDate read(String text, Meaning meaning, LocalDate reference) {
        return new OldDates(meaning, reference).read(text);
    }
}
