package lv.vmis.register.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document as it is printed.
 *
 * @param values what its fields say, in Latvian and for readers of other languages
 * @param fact what the register knows for a row; nothing leaves room to write
 * @param paragraphs what an official wrote and stands below it, in Latvian only
 */
public record Clause(
        String part,
        Map<String, Bilingual> values,
        @Nullable Bilingual fact,
        List<String> paragraphs) {

    public Clause {
        values = Map.copyOf(values);
        paragraphs = List.copyOf(paragraphs);
    }

    public static Clause of(String part, Object... fieldsAndValues) {
        var values = new HashMap<String, Bilingual>();
        for (var i = 0; i < fieldsAndValues.length; i += 2) {
            values.put((String) fieldsAndValues[i], bilingual(fieldsAndValues[i + 1]));
        }
        return new Clause(part, values, null, List.of());
    }

    private static Bilingual bilingual(Object value) {
        return value instanceof Bilingual both ? both : new Bilingual(value.toString(), value.toString());
    }

    /** The values in the language of a text: Latvian for Latvian, and English for all others. */
    Map<String, String> in(String language) {
        Function<Bilingual, String> chosen = language.equals("lv") ? Bilingual::latvian : Bilingual::english;
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> chosen.apply(entry.getValue())));
    }
}
