package lv.vmis.register.person;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;

/** Withdraws a fact that should not have been entered, with a reason; it stays in the history (Reg. 122 p. 13). */
@Action
public class WithdrawFact {

    /**
     * A withdrawal.
     *
     * @param seen the version that was withdrawn
     */
    public record Input(PersonId person, FactKind kind, UUID id, int seen, Facts.Why why) {}

    private final Facts facts;
    private final Persons persons;
    private final Journal journal;

    WithdrawFact(Facts facts, Persons persons, Journal journal) {
        this.facts = facts;
        this.persons = persons;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        persons.lock(in.person());
        var found = facts.find(in.person(), in.kind(), in.id());
        if (found.isEmpty()) {
            return refused(PersonRefusal.FACT_WITHDRAWN);
        }
        var before = found.get();
        if (in.kind() == FactKind.IDENTITY && "PRIMARY".equals(before.values().get("kind"))) {
            return refused(PersonRefusal.PRIMARY_STAYS);
        }
        if (before.version() != in.seen() || !facts.remove(before, in.why(), by)) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(WithdrawFact.class)
                        .on(in.kind().path(), in.id(), before.version() + 1)
                        .about(in.person())
                        .because(in.why().words())
                        .with(Map.of("before", before.values(), "why", in.why().code())));
        return done(in.id());
    }
}
