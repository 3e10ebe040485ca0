package lv.vmis.register.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the places of birth of a segment stand to the one asked about, each worked out once. */
final class PlaceRelations {

    private final List<String> asked;
    private final Segment segment;
    private final Map<Integer, Places.Relation> known = new HashMap<>();

    PlaceRelations(List<String> asked, Segment segment) {
        this.asked = asked;
        this.segment = segment;
    }

    Places.Relation of(int row) {
        return asked.isEmpty()
                ? Places.Relation.MISSING
                : known.computeIfAbsent(segment.place(row), place -> Places.compare(asked, segment.placeAt(place)));
    }
}
