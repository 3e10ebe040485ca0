package lv.vmis.register.partner;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;

/** Proposes the terms of an agreement, new or changed; until another official approves them, nothing changes. */
@Action
public class ProposeTerms {

    /** @param isNew whether there must be no agreement of this number yet, or only one that never was approved */
    public record Input(String agreement, String institution, Terms terms, String reason, boolean isNew) {}

    private final AgreementChanges changes;
    private final Journal journal;
    private final Clock clock;

    ProposeTerms(AgreementChanges changes, Journal journal, Clock clock) {
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var added = in.isNew() && changes.add(in.agreement(), in.institution());
        if (!changes.lock(in.agreement())) {
            return refused(PartnerRefusal.AGREEMENT_UNKNOWN);
        }
        var agreement = changes.agreement(in.agreement(), LocalDate.now(clock)).orElseThrow();
        if (in.isNew() && !added) {
            // One that was declined may be proposed again, by the same institution only.
            if (agreement.terms() != null
                    || agreement.waiting() != null
                    || !agreement.institution().equals(in.institution())) {
                return refused(List.of(Refusal.at("number", PartnerRefusal.NUMBER_TAKEN)));
            }
        }
        if (agreement.waiting() != null) {
            return refused(PartnerRefusal.ONE_WAITS);
        }
        if (in.terms().equals(agreement.terms())) {
            return refused(PartnerRefusal.SAME_TERMS);
        }
        var id = changes.propose(
                in.agreement(), AgreementChange.Kind.TERMS, in.terms(), in.reason(), by.account(), clock.instant());
        journal.record(
                by,
                Entry.act(ProposeTerms.class)
                        .on("agreement_change", id, 0)
                        .because(in.reason())
                        .with(Map.of("agreement", in.agreement(), "terms", in.terms())));
        return done(id);
    }
}
