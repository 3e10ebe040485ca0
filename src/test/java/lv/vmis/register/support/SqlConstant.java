package lv.vmis.register.support;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** A statement of the main classes: every {@code static final String} that reads as SQL. */
public record SqlConstant(Class<?> type, String name, String sql) {

    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)^\\s*(select|insert|update|delete|merge|with|values|truncate|copy|lock|create|alter|drop|call|do)\\s.*");

    public static List<SqlConstant> all() {
        var found = new ArrayList<SqlConstant>();
        for (var type : Sources.classes()) {
            for (var field : type.getDeclaredFields()) {
                if (field.getType() == String.class && isConstant(field)) {
                    var text = value(field);
                    if (STATEMENT.matcher(text).matches()) {
                        found.add(new SqlConstant(type, field.getName(), text));
                    }
                }
            }
        }
        return found;
    }

    public String module() {
        return Sources.module(type);
    }

    /** The statement with {@code $1}, {@code $2} … for its named parameters, the same number for the same name. */
    public String numbered() {
        // Spring finds the names as it will at run time: outside quotes and comments, and not in casts.
        var marked = NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(sql), null);
        var names = new ArrayList<String>();
        var matcher = Pattern.compile("(?<![:\\w]):(\\w+)").matcher(sql);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        var numbers = new HashMap<String, Integer>();
        var numbered = new StringBuilder();
        var next = 0;
        for (var character : marked.toCharArray()) {
            if (character == '?' && next < names.size()) {
                var name = names.get(next++);
                numbered.append('$').append(numbers.computeIfAbsent(name, _ -> numbers.size() + 1));
            } else {
                numbered.append(character);
            }
        }
        return numbered.toString();
    }

    @Override
    public String toString() {
        return type.getSimpleName() + "." + name;
    }

    private static boolean isConstant(Field field) {
        return Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
