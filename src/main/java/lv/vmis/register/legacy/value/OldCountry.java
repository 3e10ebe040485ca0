package lv.vmis.register.legacy.value;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which State an old register means. */
public sealed interface OldCountry {

    /** A code of this register, with what was assumed. */
    record Known(String code, List<Remark> remarks) implements OldCountry {}

    /** The old register's way of saying that nobody knows. */
    record Unknown(List<Remark> remarks) implements OldCountry {}

    record Blank() implements OldCountry {}

    /** A person has to decide. */
    record Unreadable(Remark remark) implements OldCountry {}

    /**
     * Reads a country as an old register has it. Never throws.
     *
     * @param known finds the code of a State by a name or a code of today; asked last
     */
    static OldCountry read(String text, Function<String, Optional<String>> known) {
        return new OldCountries(known).read(text);
    }
}
