package lv.vmis.register.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/**
 * A form that could not be dealt with, for the official to send once more without typing it again. Its key goes with it,
 * so that it takes effect once even if the first try did after all.
 */
public record Again(String address, List<Field> fields) {

    private static final Set<String> SECRET = Set.of("password", "current", "again", "code");

    private static final Set<String> FIXED = Set.of("key", "version", "seen", "field", "from", "person", "together");
    private static final Pattern WORDS =
            Pattern.compile("(?s).*\\p{Ll}.*|.*\\d{2}\\.\\d{2}\\.\\d{4}.*|.*[^\\x00-\\x7F].*");

    /** What was typed into one field. */
    public record Field(String name, String value) {}

    /** Without what the register itself put into the form: token, seal and mark hold for one session only. */
    Again typed() {
        return new Again(
                address,
                fields.stream().filter(field -> !field.name().startsWith("_")).toList());
    }

    /** What a person would recognise of it: neither codes nor identifiers. */
    List<String> words() {
        return words(fields);
    }

    static List<String> words(List<Field> fields) {
        return fields.stream()
                .filter(field -> !FIXED.contains(field.name()))
                .map(field -> field.value().strip())
                .filter(value -> WORDS.matcher(value).matches())
                .distinct()
                .toList();
    }

    int length() {
        return fields.stream()
                .mapToInt(field -> field.name().length() + field.value().length())
                .sum();
    }

    /** The form of the request; nothing for a page, a part of a page or a form with a secret. */
    static @Nullable Again of(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || Security.isForPart(request)) {
            return null;
        }
        try {
            var fields = new ArrayList<Field>();
            for (var parameter : request.getParameterMap().entrySet()) {
                if (SECRET.contains(parameter.getKey())) {
                    return null;
                }
                for (var value : parameter.getValue()) {
                    fields.add(new Field(parameter.getKey(), value));
                }
            }
            return fields.isEmpty() ? null : new Again(request.getRequestURI(), List.copyOf(fields));
        } catch (InvalidParameterException unreadable) {
            return null;
        }
    }
}
