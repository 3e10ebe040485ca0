package lv.vmis.register.matching;

import java.util.List;

/** How the lists of nationalities of a segment stand to those asked about, each worked out once. */
final class StateRelations {

    private final List<String> asked;
    private final Segment segment;
    private final byte[] known;

    StateRelations(List<String> asked, Segment segment) {
        this.asked = asked;
        this.segment = segment;
        known = new byte[segment.stateLists()];
    }

    States.Relation of(int row) {
        return ofList(segment.stateList(row));
    }

    States.Relation ofList(int list) {
        return States.Relation.of(number(list));
    }

    /** The number of {@link #ofList}. */
    int number(int list) {
        if (known[list] == 0) {
            known[list] =
                    (byte) (1 + States.compare(asked, segment.stateListAt(list)).ordinal());
        }
        return known[list] - 1;
    }
}
