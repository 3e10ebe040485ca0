package lv.vmis.register.joining;

import java.util.LinkedHashMap;
import java.util.Map;

/** A link as the journal keeps it. */
final class States {

    private States() {}

    static Map<String, Object> of(Link link) {
        var state = new LinkedHashMap<String, Object>();
        state.put("head", link.head());
        state.put("member", link.member());
        state.put("ground", link.reason());
        state.put("state", link.state().name());
        if (link.evidence() != null) {
            state.put("evidence", link.evidence());
        }
        if (link.undoReason() != null) {
            state.put("undoReason", link.undoReason());
        }
        return state;
    }
}
