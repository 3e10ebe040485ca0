package lv.vmis.register.partner;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Declines what another official proposed for an agreement, with the reason. */
@Action
public class DeclineAgreementChange {

    /** @param version the version the official saw */
    public record Input(UUID change, int version, String reason) {}

    private final AgreementChanges changes;
    private final Journal journal;
    private final Clock clock;

    DeclineAgreementChange(AgreementChanges changes, Journal journal, Clock clock) {
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = changes.find(in.change());
        if (found.isEmpty() || !changes.lock(found.get().agreement())) {
            return refused(PartnerRefusal.AGREEMENT_UNKNOWN);
        }
        // Read anew now that nobody else answers it.
        var change = changes.find(in.change()).orElseThrow();
        var blocked = change.blocked(in.version());
        if (blocked != null) {
            return refused(blocked);
        }
        if (change.isOf(by)) {
            return refused(PartnerRefusal.FOUR_EYES);
        }
        changes.answer(change.id(), AgreementChange.State.DECLINED, in.reason(), by.account(), clock.instant());
        var state = new LinkedHashMap<String, Object>();
        state.put("agreement", change.agreement());
        state.put("kind", change.kind());
        if (change.terms() != null) {
            state.put("terms", change.terms());
        }
        journal.record(
                by,
                Entry.act(DeclineAgreementChange.class)
                        .on("agreement_change", change.id(), change.version() + 1)
                        .because(in.reason())
                        .with(state));
        return done(change.id());
    }
}
