package lv.vmis.register.selection;

import static lv.vmis.register.kernel.Outcome.done;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Approves the file of a long list, as a second official of the institution; who requested it may then download it. */
@Action
class ApproveExport {

    /** @param version the version the official saw */
    record Input(UUID export, int version) {}

    private final Exports exports;
    private final Journal journal;

    ApproveExport(Exports exports, Journal journal) {
        this.exports = exports;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return exports.toAnswer(in.export(), in.version(), by).then(export -> {
            exports.answer(export.id(), "APPROVED", null, by);
            journal.record(
                    by,
                    Entry.act(ApproveExport.class)
                            .on("export", export.id(), export.version() + 1)
                            .because(export.reason())
                            .with(Map.of("selection", export.selection(), "found", export.found())));
            return done(export.id());
        });
    }
}
