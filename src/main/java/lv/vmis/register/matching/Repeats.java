package lv.vmis.register.matching;

import java.util.HashSet;

/**
 * Is told what stands again in the rows of a person: how common something is, is told by how many have it, and not by how
 * much is known of them.
 */
interface Repeats {

    void word(int row, int word);

    void date(int date);

    void year(int year);

    void state(String state);

    /** Tells of each word, date, year and State in all rows of a person, each time but the first. */
    static void tell(Segment segment, int[] rows, Repeats told) {
        if (rows.length == 1) {
            words(segment, rows[0], told);
            return;
        }
        var words = new HashSet<Integer>();
        var dates = new HashSet<Integer>();
        var years = new HashSet<Integer>();
        var states = new HashSet<String>();
        for (int row : rows) {
            for (int i = segment.wordFrom(row); i < segment.wordTo(row); i++) {
                int word = Segment.word(segment.wordAt(i));
                if (!words.add(word)) {
                    told.word(row, word);
                }
            }
            int date = segment.date(row);
            if (!dates.add(date)) {
                told.date(date);
            }
            if (!years.add(Born.year(date))) {
                told.year(Born.year(date));
            }
            for (var state : segment.states(row)) {
                if (!states.add(state)) {
                    told.state(state);
                }
            }
        }
    }

    // Nearly everybody has one row: nothing is made for them.
    private static void words(Segment segment, int row, Repeats told) {
        for (int i = segment.wordFrom(row); i < segment.wordTo(row); i++) {
            int word = Segment.word(segment.wordAt(i));
            for (int before = segment.wordFrom(row); before < i; before++) {
                if (Segment.word(segment.wordAt(before)) == word) {
                    told.word(row, word);
                    break;
                }
            }
        }
    }
}
