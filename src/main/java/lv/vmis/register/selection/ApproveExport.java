package lv.vmis.register.selection;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RefusalCode;
import org.jspecify.annotations.Nullable;

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
        var export = exports.locked(in.export()).orElse(null);
        if (export == null) {
            return refused(SelectionRefusal.EXPORT_UNKNOWN);
        }
        var blocked = blocked(export, in.version(), by);
        if (blocked != null) {
            return refused(blocked);
        }
        exports.answer(export.id(), "APPROVED", null, by);
        journal.record(
                by,
                Entry.act(ApproveExport.class)
                        .on("export", export.id(), export.version() + 1)
                        .because(export.reason())
                        .with(Map.of("selection", export.selection(), "found", export.found())));
        return done(export.id());
    }

    /** Why the official cannot answer the request; nothing when he can. */
    static @Nullable RefusalCode blocked(Export export, int version, Actor by) {
        if (export.answer() != null) {
            return SelectionRefusal.ALREADY_DECIDED;
        }
        if (export.isOf(by)) {
            return SelectionRefusal.FOUR_EYES;
        }
        if (!export.institution().equals(by.institution())) {
            return SelectionRefusal.NOT_YOUR_INSTITUTION;
        }
        return export.version() == version ? null : EdgeRefusal.CHANGED_MEANWHILE;
    }
}
