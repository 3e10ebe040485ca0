package lv.vmis.register.selection;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Purpose;

/** Requests the file of a list that is too long for one official alone; until another approves, nothing leaves. */
@Action
class RequestExport {

    /** @param reason what the file is needed for */
    record Input(Selection selection, Purpose purpose, String reason) {}

    private final SelectedPersons persons;
    private final Exports exports;
    private final Journal journal;

    RequestExport(SelectedPersons persons, Exports exports, Journal journal) {
        this.persons = persons;
        this.exports = exports;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        if (!in.selection().isOpenTo(by)) {
            return refused(SelectionRefusal.FIELD_NOT_YOURS, "");
        }
        var most = exports.most();
        var found = persons.find(in.selection(), null, most + 1).size();
        if (found == 0) {
            return refused(SelectionRefusal.NOTHING_FOUND);
        }
        if (found > most) {
            return refused(SelectionRefusal.TOO_MANY, most);
        }
        var export = exports.request(in.selection(), found, in.purpose(), in.reason(), by);
        journal.record(
                by,
                Entry.act(RequestExport.class)
                        .on("export", export, 0)
                        .because(in.reason())
                        .with(Map.of("selection", in.selection(), "found", found, "purpose", in.purpose())));
        return done(export);
    }
}
