package lv.vmis.register.matching;

import java.util.List;

/** How the places of birth of a segment stand to the one asked about, each worked out once. */
final class PlaceRelations {

    private final List<String> asked;
    private final Segment segment;
    private final byte[] known;

    PlaceRelations(List<String> asked, Segment segment) {
        this.asked = asked;
        this.segment = segment;
        known = new byte[asked.isEmpty() ? 0 : segment.places()];
    }

    Places.Relation of(int row) {
        int place = asked.isEmpty() ? 0 : segment.place(row);
        if (place == 0) {
            return Places.Relation.MISSING;
        }
        if (known[place] == 0) {
            known[place] =
                    (byte) (1 + Places.compare(asked, segment.placeAt(place)).ordinal());
        }
        return Places.Relation.of(known[place] - 1);
    }
}
