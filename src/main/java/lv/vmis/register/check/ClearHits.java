package lv.vmis.register.check;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;

/** An inspector has told a traveller apart from those he was taken for: the next check of the same document does not stop him for them. */
@Action
public class ClearHits {

    public record Input(UUID request, String reason) {}

    private final InspectorRequests requests;
    private final Receipts receipts;
    private final ClearedHits cleared;
    private final Journal journal;

    ClearHits(InspectorRequests requests, Receipts receipts, ClearedHits cleared, Journal journal) {
        this.requests = requests;
        this.receipts = receipts;
        this.cleared = cleared;
        this.journal = journal;
    }

    /** Why these hits cannot be cleared by him; nothing when they can. */
    Optional<CheckRefusal> refusal(InspectorRequest request, Actor by) {
        if (!by.account().equals(request.takenBy())) {
            return Optional.of(CheckRefusal.NOT_TAKEN_BY_YOU);
        }
        if (by.account().equals(request.askedBy())) {
            return Optional.of(CheckRefusal.CHECKED_BY_YOU);
        }
        if (request.clearedAt() != null) {
            return Optional.of(CheckRefusal.HITS_CLEARED);
        }
        var receipt = receipts.of(request.entryId());
        if (!receipt.hasCandidates()) {
            return Optional.of(CheckRefusal.NOBODY_TO_CLEAR);
        }
        return Bearer.of(receipt.asked()).isEmpty() ? Optional.of(CheckRefusal.DOCUMENT_TO_CLEAR) : Optional.empty();
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = requests.find(in.request(), by.institution());
        if (found.isEmpty()) {
            return refused(CheckRefusal.REQUEST_GONE);
        }
        var request = found.get();
        var refusal = refusal(request, by);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        var receipt = receipts.of(request.entryId());
        var bearer = Bearer.of(receipt.asked()).orElseThrow();
        var said = new ClearedHits.Said(request.asked(), in.reason(), request.askedBy());
        for (var person : receipt.persons()) {
            cleared.endOlder(bearer, person, by, in.reason());
            cleared.add(Ids.next(), in.request(), bearer, person, said, by);
        }
        var state = new LinkedHashMap<String, Object>();
        state.put("check", request.entryId());
        state.put("asked", request.asked());
        journal.record(
                by,
                Entry.act(ClearHits.class)
                        .on("inspector_request", in.request(), 2)
                        .about(receipt.persons())
                        .because(in.reason())
                        .with(state));
        return done(in.request());
    }
}
