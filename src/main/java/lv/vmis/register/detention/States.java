package lv.vmis.register.detention;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A detention as the journal keeps it after an act. */
final class States {

    private States() {}

    static Map<String, Object> of(Detentions detentions, UUID id) {
        var state = new LinkedHashMap<String, Object>();
        state.put("detention", detentions.find(id).orElseThrow());
        state.put("titles", detentions.titles(id));
        state.put("placements", detentions.placements(id));
        return state;
    }
}
