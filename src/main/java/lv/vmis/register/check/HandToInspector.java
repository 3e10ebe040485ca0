package lv.vmis.register.check;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.LinkedHashMap;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Hands a traveller who was just checked to an immigration inspector for a closer look. */
@Action
public class HandToInspector {

    public record Input(UUID check, @Nullable String note) {}

    private final Receipts receipts;
    private final InspectorRequests requests;
    private final Journal journal;

    HandToInspector(Receipts receipts, InspectorRequests requests, Journal journal) {
        this.receipts = receipts;
        this.requests = requests;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var receipt = receipts.fresh(in.check(), by);
        if (receipt.isEmpty()) {
            return refused(CheckRefusal.RECEIPT_GONE);
        }
        if (receipt.get().isOfThePast()) {
            return refused(CheckRefusal.NOT_OF_TODAY);
        }
        var id = Ids.next();
        requests.add(id, receipt.get(), in.note(), by);
        var state = new LinkedHashMap<String, Object>();
        state.put("check", in.check());
        state.put("verdict", receipt.get().told().verdict());
        journal.record(
                by,
                Entry.act(HandToInspector.class)
                        .on("inspector_request", id, 0)
                        .about(receipt.get().persons())
                        .because(in.note())
                        .with(state));
        return done(id);
    }
}
