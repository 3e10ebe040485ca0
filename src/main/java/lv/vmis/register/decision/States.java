package lv.vmis.register.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the journal keeps of a decision after an act. */
final class States {

    private States() {}

    static Map<String, Object> of(Decision decision) {
        var state = new HashMap<String, Object>();
        state.put("decision", decision);
        return state;
    }

    static Map<String, Object> of(Decision decision, List<PlannedBan> bans) {
        var state = of(decision);
        state.put("bans", bans);
        return state;
    }
}
