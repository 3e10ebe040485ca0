package lv.vmis.register.law;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Amendment;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LawChange;

/** Proposes another value of a legal parameter, or another ground, from a day on; until another official approves, nothing changes. */
@Action
public class ProposeLawChange {

    public record Input(Amendment change) {}

    private final Proposals proposals;
    private final Law law;
    private final GroundRules grounds;
    private final ValueRules values;
    private final Journal journal;
    private final Clock clock;

    ProposeLawChange(
            Proposals proposals, Law law, GroundRules grounds, ValueRules values, Journal journal, Clock clock) {
        this.proposals = proposals;
        this.law = law;
        this.grounds = grounds;
        this.values = values;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var change = in.change();
        var today = LocalDate.now(clock);
        var mistakes = switch (change) {
            case LawChange value -> mistakes(value, today);
            case GroundChange ground -> grounds.mistakes(ground, today);
        };
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        if (proposals.oneWaits(change.code())) {
            return refused(List.of(Refusal.at("code", LawRefusal.ONE_WAITS)));
        }
        var added = proposals.add(change, law.parameters(), by);
        if (added.isEmpty()) {
            return refused(List.of(Refusal.at("code", LawRefusal.ONE_WAITS)));
        }
        var state = new LinkedHashMap<String, Object>();
        state.put("change", change);
        switch (change) {
            case LawChange value ->
                law.parameters().ending(value.code(), value.validFrom()).ifPresent(row -> state.put("ends", row));
            case GroundChange ground ->
                law.bases().ending(ground.code(), ground.validFrom()).ifPresent(row -> state.put("ends", row));
        }
        journal.record(
                by,
                Entry.act(ProposeLawChange.class)
                        .on("law_change", added.get(), 0)
                        .because(change.source())
                        .with(state));
        return done(added.get());
    }

    private List<Refusal> mistakes(LawChange change, LocalDate today) {
        if (change.validFrom().isBefore(today)) {
            return List.of(Refusal.at("validFrom", LawRefusal.BACKWARDS, LatvianDates.numeric(today)));
        }
        var ending = law.parameters().ending(change.code(), change.validFrom());
        if (ending.isEmpty()) {
            return List.of(Refusal.at("validFrom", LawRefusal.NOTHING_TO_CHANGE));
        }
        return change.isSameAs(ending.get())
                ? List.of(Refusal.at("value", LawRefusal.SAME_VALUE))
                : values.mistakes(change);
    }
}
