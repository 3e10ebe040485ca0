package lv.vmis.register.legacy.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lv.vmis.register.reading.PersonalCode;
import lv.vmis.register.reading.PersonalCode.Reading;
import org.jspecify.annotations.Nullable;

/** A personal code or identification number as an old register has it. */
public sealed interface OldCode {

    /**
     * A code of Latvia.
     *
     * @param born what it says itself; codes since 2017 say nothing
     */
    record Latvian(PersonalCode code, @Nullable LocalDate born, List<Remark> remarks) implements OldCode {}

    /** A number of another State, as it stands there. */
    record Foreign(String number) implements OldCode {}

    record Blank() implements OldCode {}

    /** Shaped like a code of Latvia, and is none: kept as a text, and somebody asked. */
    record Doubtful(String text, Remark remark) implements OldCode {}

    /** Reads the cell. Never throws. */
    static OldCode read(String text) {
        var plain = text.strip();
        var nothing = Set.of("", "-", "nav", "nav zināms", "0", "?", "000000-00000");
        if (nothing.contains(plain.toLowerCase(Locale.ROOT))) {
            return new Blank();
        }
        return switch (PersonalCode.parse(plain)) {
            case Reading.Old old -> new Latvian(old.code(), old.birthDate(), List.of());
            case Reading.New recent -> new Latvian(recent.code(), null, List.of());
            case Reading.BadChecksum wrong ->
                new Doubtful(plain, Remark.of(RemarkCode.WRONG_CHECKSUM, plain, Integer.toString(wrong.expected())));
            case Reading.ImpossibleDate none ->
                new Doubtful(
                        plain, Remark.of(RemarkCode.NO_BIRTH_DATE, none.code().value()));
            case Reading.NotACode() -> new Foreign(plain);
        };
    }
}
