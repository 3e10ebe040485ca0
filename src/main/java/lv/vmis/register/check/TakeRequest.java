package lv.vmis.register.check;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** An inspector takes a traveller whom somebody at the border handed over. */
@Action
public class TakeRequest {

    public record Input(UUID request) {}

    private final InspectorRequests requests;
    private final Journal journal;

    TakeRequest(InspectorRequests requests, Journal journal) {
        this.requests = requests;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var request = requests.find(in.request(), by.institution());
        if (request.isEmpty()) {
            return refused(CheckRefusal.REQUEST_GONE);
        }
        // The update itself decides between two inspectors who take it at once.
        if (request.get().takenBy() != null || !requests.take(in.request(), by)) {
            return refused(CheckRefusal.REQUEST_TAKEN);
        }
        journal.record(
                by,
                Entry.act(TakeRequest.class)
                        .on("inspector_request", in.request(), 1)
                        .about(request.get().persons())
                        .with(Map.of("check", request.get().entryId())));
        return done(in.request());
    }
}
