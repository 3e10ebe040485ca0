package lv.vmis.register.bench;

/** A traveller as a border sees him; without an eid he is not in the register. */
record QueryRow(
        String qid,
        String eid,
        String surname,
        String given,
        String full,
        String dob,
        String sex,
        String nat,
        String doc,
        String cat) {

    static final String HEAD = "qid\teid\tsurname\tgiven\tfull\tdob\tsex\tnat\tdoc\tcat";

    boolean isKnown() {
        return !eid.isEmpty();
    }

    String line() {
        return String.join("\t", qid, eid, surname, given, full, dob, sex, nat, doc, cat);
    }

    static QueryRow parse(String line) {
        var cells = line.split("\t", -1);
        return new QueryRow(
                cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9]);
    }

    String name() {
        return full.isEmpty() ? (given + " " + surname).strip() : full;
    }
}
