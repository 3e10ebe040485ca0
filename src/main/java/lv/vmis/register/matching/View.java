package lv.vmis.register.matching;

/** A segment without those of its persons who are gone. */
record View(Segment segment, Gone gone) {

    int rows() {
        return segment.rows() - gone.rows();
    }

    int persons() {
        return segment.persons() - gone.persons();
    }

    /** How many persons have a word. */
    int bearers(int word) {
        return segment.bearers(word) - gone.bearers(word);
    }

    int personsOn(int date) {
        return segment.personsOn(date) - gone.personsOn(date);
    }

    int personsIn(int year) {
        return segment.personsIn(year) - gone.personsIn(year);
    }

    int personsOfState(String state) {
        return segment.personsOfState(state) - gone.personsOfState(state);
    }
}
