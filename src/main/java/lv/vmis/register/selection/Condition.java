package lv.vmis.register.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field and what it may be: one of the values, or from one to another with both ends counted.
 *
 * @param from a day (1990-05-23) or a number
 * @param to a day or a number
 */
public record Condition(
        Field field,
        List<String> values,
        @Nullable String from,
        @Nullable String to) {

    static final String YES = "YES";
    static final String NO = "NO";

    public Condition {
        values = List.copyOf(values);
        if (values.isEmpty() && from == null && to == null) {
            throw new IllegalArgumentException("a condition asks for something");
        }
    }

    static Condition anyOf(Field field, List<String> values) {
        return new Condition(field, values, null, null);
    }

    static Condition between(Field field, @Nullable String from, @Nullable String to) {
        return new Condition(field, List.of(), from, to);
    }

    boolean isYes() {
        return values.contains(YES);
    }
}
