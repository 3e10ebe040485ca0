package lv.vmis.register.selection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A selection in words, condition by condition. */
@Component
public class SelectionWords {

    private final FieldChoices choices;

    SelectionWords(FieldChoices choices) {
        this.choices = choices;
    }

    public Map<String, String> of(Selection selection, Frame f) {
        var words = new LinkedHashMap<String, String>();
        for (var condition : selection.conditions()) {
            words.put(f.name("selection.field", condition.field()), text(condition, f));
        }
        return words;
    }

    private String text(Condition condition, Frame f) {
        if (!condition.values().isEmpty()) {
            return condition.values().stream()
                    .map(value -> choices.text(condition.field(), value, f))
                    .collect(Collectors.joining(f.t("selection.or")));
        }
        var from = end(condition, condition.from(), f);
        var to = end(condition, condition.to(), f);
        if (from == null) {
            return f.t("selection.until", String.valueOf(to));
        }
        return to == null ? f.t("selection.since", from) : f.t("selection.between", from, to);
    }

    private static @Nullable String end(Condition condition, @Nullable String stored, Frame f) {
        return stored == null || condition.field().operator() != Operator.DAYS
                ? stored
                : f.day(LocalDate.parse(stored));
    }
}
