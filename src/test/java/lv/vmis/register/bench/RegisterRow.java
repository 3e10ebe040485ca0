package lv.vmis.register.bench;

import java.util.List;

/** A row of the register; several with one eid are names of one person. Unknown is empty. */
record RegisterRow(
        String rid,
        String eid,
        String surname,
        String given,
        String full,
        List<String> dobs,
        String sex,
        String nat,
        String doc) {

    static final String HEAD = "rid\teid\tsurname\tgiven\tfull\tdobs\tsex\tnat\tdoc";

    String line() {
        return String.join("\t", rid, eid, surname, given, full, String.join("|", dobs), sex, nat, doc);
    }

    static RegisterRow parse(String line) {
        var cells = line.split("\t", -1);
        return new RegisterRow(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5].isEmpty() ? List.of() : List.of(cells[5].split("\\|")),
                cells[6],
                cells[7],
                cells[8]);
    }

    /** The names in one line, whichever way they are known. */
    String name() {
        return full.isEmpty() ? (given + " " + surname).strip() : full;
    }
}
