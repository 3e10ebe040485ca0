package lv.vmis.register.legacy.value;

import java.util.List;

/** Something about a value that whoever checks it has to know, with what its text names. */
public record Remark(RemarkCode code, List<String> values) {

    public Remark {
        values = List.copyOf(values);
    }

    static Remark of(RemarkCode code, String... values) {
        return new Remark(code, List.of(values));
    }
}
