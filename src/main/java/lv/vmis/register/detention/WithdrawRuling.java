package lv.vmis.register.detention;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;

/**
 * Withdraws the last ruling of a judge on a detention that was entered by mistake (Reg. 122 p. 11): until when the person may be held is
 * as if it had never been entered.
 */
@Action
public class WithdrawRuling {

    /** @param version the version of the detention the official saw */
    public record Input(UUID detention, int version, String reason) {}

    /** Who detains, and enters what judges rule of it. */
    private static final String GUARD = "VRS";

    private final Detentions detentions;
    private final Rulings rulings;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    WithdrawRuling(Detentions detentions, Rulings rulings, Persons persons, Journal journal, Clock clock) {
        this.detentions = detentions;
        this.rulings = rulings;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = detentions.find(in.detention());
        if (found.isEmpty()) {
            return refused(DetentionRefusal.DETENTION_UNKNOWN);
        }
        if (!by.institution().equals(GUARD)) {
            return refused(DetentionRefusal.RULING_OF_GUARD);
        }
        persons.lock(found.get().personId());
        var last = rulings.last(in.detention());
        if (last.isEmpty()) {
            return refused(DetentionRefusal.NO_RULING);
        }
        if (last.get().enteredBy().equals(by.account())) {
            return refused(DetentionRefusal.OWN_ENTRY);
        }
        var titles = detentions.titles(in.detention());
        if (titles.size() == 1) {
            return refused(DetentionRefusal.BEGAN_WITH_RULING);
        }
        if (!rulings.withdraw(last.get(), in.detention(), in.version(), in.reason(), by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        Map<String, Object> state = new LinkedHashMap<>(States.of(detentions, in.detention()));
        state.put("withdrawn", titles.getLast());
        journal.record(
                by,
                Entry.act(WithdrawRuling.class)
                        .on("detention", in.detention(), in.version() + 1)
                        .about(found.get().personId())
                        .because(in.reason())
                        .with(state));
        return done(in.detention());
    }
}
