package lv.vmis.register.partner;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.Way;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;

/** Issues a key to a system of an institution. The key is told once; the register keeps its hash. */
@Action
public class IssueKey {

    public record Input(String agreement, String name) {}

    /** The system, and its key, which nobody will see again. */
    public record Issued(UUID client, String key) {
        @Override
        public String toString() {
            return client.toString();
        }
    }

    private final AgreementChanges changes;
    private final ClientKeys keys;
    private final Journal journal;
    private final Clock clock;

    IssueKey(AgreementChanges changes, ClientKeys keys, Journal journal, Clock clock) {
        this.changes = changes;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<Issued> run(Input in, Actor by) {
        var agreement = changes.agreement(in.agreement(), LocalDate.now(clock));
        if (agreement.isEmpty()) {
            return refused(PartnerRefusal.AGREEMENT_UNKNOWN);
        }
        var refusal = agreement.get().refusal(Way.KEY);
        if (refusal != null) {
            return refused(refusal);
        }
        var key = ClientKeys.fresh();
        var added = keys.add(in.agreement(), in.name(), key, null, null, by, clock.instant());
        if (added.isEmpty()) {
            return refused(List.of(Refusal.at("name", PartnerRefusal.NAME_TAKEN)));
        }
        journal.record(
                by,
                Entry.act(IssueKey.class)
                        .on("client", added.get(), 0)
                        .with(Map.of("agreement", in.agreement(), "name", in.name())));
        return done(new Issued(added.get(), key));
    }
}
