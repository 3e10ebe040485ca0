package lv.vmis.register.legacy.meaning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a row is not taken over.
 *
 * @param field the column it is about, as the definition names it; nothing when it is about the whole row
 * @param values what the text of the reason names
 */
public record Reason(ReasonCode code, @Nullable String field, List<String> values) {

    public Reason {
        values = List.copyOf(values);
    }

    static Reason of(ReasonCode code, @Nullable String field, String... values) {
        return new Reason(code, field, List.of(values));
    }
}
