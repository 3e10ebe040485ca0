package lv.vmis.register.edge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes of a form that was sent, for its page to show beside the fields and in a summary.
 *
 * @param labels of the fields with a mistake as the page wrote them, in its order
 */
public record Mistakes(List<Refusal> all, Map<String, String> labels) {

    public static final Mistakes NONE = new Mistakes(List.of());

    public Mistakes(List<Refusal> all) {
        this(all, new LinkedHashMap<>());
    }

    public boolean any() {
        return !all.isEmpty();
    }

    public @Nullable Refusal at(String field) {
        return all.stream()
                .filter(mistake -> mistake.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    /** The mistake of a field that the page is writing now. The summary calls the field by the same label. */
    public @Nullable Refusal at(String field, String label) {
        var mistake = at(field);
        if (mistake != null) {
            labels.put(field, label);
        }
        return mistake;
    }

    /** First what concerns no field, then the fields in the order of the page. */
    public List<Refusal> inOrder() {
        var ordered = new ArrayList<>(all.stream()
                .filter(mistake -> !labels.containsKey(mistake.field()))
                .toList());
        for (var field : labels.keySet()) {
            all.stream().filter(mistake -> mistake.field().equals(field)).forEach(ordered::add);
        }
        return ordered;
    }
}
