package lv.vmis.register.legacy.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a file that somebody has to know.
 *
 * @param field the column it concerns, as the file names it
 * @param values what its text names, in the order of the text
 */
public record Finding(
        FindingCode code, Position at, @Nullable String field, List<String> values) {

    public Finding {
        values = List.copyOf(values);
    }

    /** What its text is filled with: the field or a dash, then the values. */
    public List<String> words() {
        var words = new java.util.ArrayList<String>();
        words.add(field == null ? "–" : field);
        words.addAll(values);
        return List.copyOf(words);
    }

    static Finding of(FindingCode code, Position at, @Nullable String field, Object... values) {
        return new Finding(
                code,
                at,
                field,
                java.util.Arrays.stream(values).map(Object::toString).toList());
    }
}
