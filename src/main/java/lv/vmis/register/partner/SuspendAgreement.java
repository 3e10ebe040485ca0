package lv.vmis.register.partner;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Suspends an agreement at once: from the next call on nothing is answered under it, whichever process is asked. */
@Action
public class SuspendAgreement {

    public record Input(String agreement, String reason) {}

    private final AgreementChanges changes;
    private final Journal journal;
    private final Clock clock;

    SuspendAgreement(AgreementChanges changes, Journal journal, Clock clock) {
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        if (!changes.lock(in.agreement())) {
            return refused(PartnerRefusal.AGREEMENT_UNKNOWN);
        }
        var agreement = changes.agreement(in.agreement(), LocalDate.now(clock)).orElseThrow();
        if (agreement.suspendedAt() != null) {
            return refused(PartnerRefusal.ALREADY_SUSPENDED);
        }
        var id = changes.suspend(in.agreement(), in.reason(), by, clock.instant());
        journal.record(
                by,
                Entry.act(SuspendAgreement.class)
                        .on("agreement_change", id, 0)
                        .because(in.reason())
                        .with(Map.of("agreement", in.agreement())));
        return done(id);
    }
}
