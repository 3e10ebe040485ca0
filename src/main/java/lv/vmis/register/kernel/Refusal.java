package lv.vmis.register.kernel;

import java.util.List;

/** One reason to refuse: its code, the form field it belongs to ("" for the whole form), and the values its text needs. */
public record Refusal(RefusalCode code, String field, List<Object> values) {

    public Refusal {
        values = List.copyOf(values);
    }

    public static Refusal of(RefusalCode code, Object... values) {
        return new Refusal(code, "", List.of(values));
    }

    public static Refusal at(String field, RefusalCode code, Object... values) {
        return new Refusal(code, field, List.of(values));
    }
}
