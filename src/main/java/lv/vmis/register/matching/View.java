package lv.vmis.register.matching;

/** A segment without those of its persons who are gone. */
record View(Segment segment, Gone gone) {

    int rows() {
        return segment.rows() - gone.rows();
    }

    int rowsOfWord(int word) {
        return segment.rowsOfWord(word) - gone.rowsOfWord(word);
    }

    int rowsOn(int date) {
        return segment.rowsBetween(date, date + 1) - gone.rowsOn(date);
    }

    int rowsIn(int year) {
        return segment.rowsBetween(year * 10_000, (year + 1) * 10_000) - gone.rowsIn(year);
    }

    int rowsOfState(String state) {
        return segment.rowsOfState(state) - gone.rowsOfState(state);
    }
}
