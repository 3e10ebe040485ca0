package lv.vmis.register.selection;

import static lv.vmis.register.kernel.Outcome.done;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Declines the file of a long list, with the reason. */
@Action
class DeclineExport {

    /** @param version the version the official saw */
    record Input(UUID export, int version, String reason) {}

    private final Exports exports;
    private final Journal journal;

    DeclineExport(Exports exports, Journal journal) {
        this.exports = exports;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return exports.toAnswer(in.export(), in.version(), by).then(export -> {
            exports.answer(export.id(), "DECLINED", in.reason(), by);
            journal.record(
                    by,
                    Entry.act(DeclineExport.class)
                            .on("export", export.id(), export.version() + 1)
                            .because(in.reason())
                            .with(Map.of("selection", export.selection(), "found", export.found())));
            return done(export.id());
        });
    }
}
