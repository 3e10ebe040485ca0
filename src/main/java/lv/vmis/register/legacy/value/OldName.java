package lv.vmis.register.legacy.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of a person as an old register has them, each in its place.
 *
 * @param others names he has besides, with what they are
 */
public record OldName(
        String surname, String given, String patronymic, Form form, List<Other> others, List<Remark> remarks) {

    /** How a name is written, as far as it shows. */
    public enum Form {
        /** In Latin letters as in a passport: it has letters that Latvian lacks. */
        LATIN,
        /** As Latvian writes foreign names: with its marks, or with its endings. */
        LATVIANISED,
        /** It may be either. */
        EITHER
    }

    /** What another name is. */
    public enum Kind {
        ALIAS,
        FORMER,
        BIRTH
    }

    /** Another name, of which the old register tells the part that stood in the cell. */
    public record Other(
            Kind kind, @Nullable String surname, @Nullable String given) {}

    /** Reads the cells of a surname, given names and a patronymic; one that holds all of them is taken apart. Never throws. */
    public static OldName read(String surname, String given, String patronymic) {
        return new OldNames().read(surname, given, patronymic);
    }

    /** How a name is written, as far as it shows. */
    public static Form form(String name) {
        return OldNames.form(name);
    }
}
