package lv.vmis.register.partner;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Revokes the key of a system, for good: from the next call on it opens nothing. */
@Action
public class RevokeKey {

    public record Input(UUID client, String reason) {}

    private final ClientKeys keys;
    private final Journal journal;
    private final Clock clock;

    RevokeKey(ClientKeys keys, Journal journal, Clock clock) {
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var key = keys.find(in.client());
        if (key.isEmpty()) {
            return refused(PartnerRefusal.KEY_UNKNOWN);
        }
        if (!keys.block(in.client(), in.reason(), by, clock.instant())) {
            return refused(PartnerRefusal.KEY_REVOKED);
        }
        journal.record(
                by,
                Entry.act(RevokeKey.class)
                        .on("client", in.client(), 1)
                        .because(in.reason())
                        .with(Map.of(
                                "agreement",
                                key.get().agreement(),
                                "name",
                                key.get().name())));
        return done(in.client());
    }
}
