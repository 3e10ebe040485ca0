package lv.vmis.register.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.UnsentForms;
import org.jspecify.annotations.Nullable;

/**
 * A fact as typed.
 *
 * @param key the form takes effect once under it
 * @param seen the version that is being corrected; nothing for a new fact
 * @param field the field the official came to correct, which the form shows first
 * @param reasonCode why it is corrected
 * @param reason the same in words
 * @param typed by the name of the field
 */
public record FactForm(
        String key,
        @Nullable String seen,
        @Nullable String field,
        @Nullable String reasonCode,
        @Nullable String reason,
        Map<String, String> typed) {

    static FactForm of(Map<String, String> sent) {
        return new FactForm(
                sent.getOrDefault("key", ""),
                sent.get("seen"),
                sent.get("field"),
                sent.get("why"),
                sent.get("why_words"),
                typed(sent));
    }

    /** Without what the register itself put into the form. */
    private static Map<String, String> typed(Map<String, String> sent) {
        var typed = new TreeMap<>(sent);
        typed.keySet().removeIf(name -> name.startsWith("_"));
        return typed;
    }

    static FactForm blank(String key, @Nullable String field) {
        return new FactForm(key, null, field, null, null, Map.of());
    }

    static FactForm of(Frame f, FactTexts texts, FactRow fact, String key, @Nullable String field) {
        var typed = new TreeMap<String, String>();
        fact.kind().fields().forEach(each -> typed.put(each.name(), texts.typed(f, each, fact.value(each))));
        return new FactForm(key, Integer.toString(fact.version()), field, null, null, typed);
    }

    /** The fields in the order of the form: the one to correct first. */
    public List<FactField> ordered(List<FactField> fields) {
        var ordered = new ArrayList<>(fields);
        fields.stream().filter(each -> each.name().equals(field)).findFirst().ifPresent(first -> {
            ordered.remove(first);
            ordered.addFirst(first);
        });
        return ordered;
    }

    public String value(FactField of) {
        return typed.getOrDefault(of.name(), "");
    }

    /** The form as its official left it; nothing changes where he left none. */
    FactForm on(UnsentForms.@Nullable Unsent draft) {
        return draft == null
                ? this
                : new FactForm(
                        key,
                        draft.fields().get("seen"),
                        field,
                        draft.fields().get("why"),
                        draft.fields().get("why_words"),
                        draft.fields());
    }

    FactForm with(int version, Map<String, String> merged) {
        return new FactForm(key, Integer.toString(version), field, reasonCode, reason, merged);
    }
}
