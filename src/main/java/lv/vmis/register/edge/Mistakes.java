package lv.vmis.register.edge;

import java.util.List;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** The mistakes of a form that was sent, for its page to show beside the fields and in a summary. */
public record Mistakes(List<Refusal> all) {

    public static final Mistakes NONE = new Mistakes(List.of());

    public boolean any() {
        return !all.isEmpty();
    }

    public @Nullable Refusal at(String field) {
        return all.stream()
                .filter(mistake -> mistake.field().equals(field))
                .findFirst()
                .orElse(null);
    }
}
