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

/** Pins the certificate of a system: a new one, or one of the agreement that is already known by its name. */
@Action
public class AcceptCertificate {

    public record Input(String agreement, String name, ClientCertificate certificate) {}

    private final AgreementChanges changes;
    private final ClientKeys keys;
    private final Journal journal;
    private final Clock clock;

    AcceptCertificate(AgreementChanges changes, ClientKeys keys, Journal journal, Clock clock) {
        this.changes = changes;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var agreement = changes.agreement(in.agreement(), LocalDate.now(clock));
        if (agreement.isEmpty()) {
            return refused(PartnerRefusal.AGREEMENT_UNKNOWN);
        }
        var refusal = agreement.get().refusal(Way.CERTIFICATE);
        if (refusal != null) {
            return refused(refusal);
        }
        if (!in.certificate().to().isAfter(clock.instant())) {
            return refused(List.of(Refusal.at("certificate", PartnerRefusal.CERTIFICATE_EXPIRED)));
        }
        if (keys.isShown(in.certificate().sha256())) {
            return refused(List.of(Refusal.at("certificate", PartnerRefusal.CERTIFICATE_TAKEN)));
        }
        var system = keys.add(in.agreement(), in.name(), null, null, in.certificate(), by, clock.instant());
        if (system.isEmpty()) {
            return refused(List.of(Refusal.at("certificateOf", PartnerRefusal.NAME_TAKEN)));
        }
        journal.record(
                by,
                Entry.act(AcceptCertificate.class)
                        .on("client", system.get(), 0)
                        .with(Map.of(
                                "agreement",
                                in.agreement(),
                                "name",
                                in.name(),
                                "sha256",
                                in.certificate().sha256())));
        return done(system.get());
    }
}
