package lv.vmis.register.law;

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
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.reference.LegalParameters;

/** Proposes another value of a legal parameter from a day on; until another official approves, nothing changes. */
@Action
public class ProposeLawChange {

    public record Input(LawChange change) {}

    private final Proposals proposals;
    private final LegalParameters parameters;
    private final Journal journal;
    private final Clock clock;

    ProposeLawChange(Proposals proposals, LegalParameters parameters, Journal journal, Clock clock) {
        this.proposals = proposals;
        this.parameters = parameters;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var change = in.change();
        var today = LocalDate.now(clock);
        if (change.validFrom().isBefore(today)) {
            return refused(List.of(Refusal.at("validFrom", LawRefusal.BACKWARDS, LatvianDates.numeric(today))));
        }
        var ending = parameters.ending(change.code(), change.validFrom());
        if (ending.isEmpty()) {
            return refused(List.of(Refusal.at("validFrom", LawRefusal.NOTHING_TO_CHANGE)));
        }
        if (change.isSameAs(ending.get())) {
            return refused(List.of(Refusal.at("value", LawRefusal.SAME_VALUE)));
        }
        if (proposals.oneWaits(change.code())) {
            return refused(List.of(Refusal.at("code", LawRefusal.ONE_WAITS)));
        }
        var added = proposals.add(change, ending.get().unit(), by);
        if (added.isEmpty()) {
            return refused(List.of(Refusal.at("code", LawRefusal.ONE_WAITS)));
        }
        journal.record(
                by,
                Entry.act(ProposeLawChange.class)
                        .on("law_change", added.get(), 0)
                        .because(change.source())
                        .with(Map.of("change", change, "ends", ending.get())));
        return done(added.get());
    }
}
