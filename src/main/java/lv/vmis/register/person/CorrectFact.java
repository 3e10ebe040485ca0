package lv.vmis.register.person;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;

/**
 * Corrects a fact about a person with a reason; what it said stays in its history (Reg. 122 p. 11, 13). An identity
 * corrected into the primary one makes the primary one an alias.
 */
@Action
public class CorrectFact {

    /**
     * A correction.
     *
     * @param seen the version that was corrected
     */
    public record Input(PersonId person, FactKind kind, UUID id, int seen, Map<String, String> values, Facts.Why why) {}

    private final Facts facts;
    private final Persons persons;
    private final Journal journal;

    CorrectFact(Facts facts, Persons persons, Journal journal) {
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
        if (before.version() != in.seen()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        if (before.values().equals(in.values())) {
            return refused(PersonRefusal.NOTHING_CHANGED);
        }
        if (in.kind() == FactKind.DOCUMENT && facts.hasDocument(in.person(), in.values(), in.id())) {
            return refused(PersonRefusal.DOCUMENT_HELD);
        }
        if (in.kind() == FactKind.IDENTITY && !changesPrimary(before, in, by)) {
            return refused(PersonRefusal.PRIMARY_STAYS);
        }
        if (!facts.change(before, in.values(), in.why(), by)) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(CorrectFact.class)
                        .on(in.kind().path(), in.id(), before.version() + 1)
                        .about(in.person())
                        .because(in.why().words())
                        .with(Map.of(
                                "before",
                                before.values(),
                                "values",
                                in.values(),
                                "why",
                                in.why().code())));
        return done(in.id());
    }

    /** Exactly one identity stays the primary one: false if none would be. */
    private boolean changesPrimary(FactRow before, Input in, Actor by) {
        var was = isPrimary(before.values());
        var willBe = isPrimary(in.values());
        if (was || !willBe) {
            return was == willBe;
        }
        var primary = facts.of(in.person()).stream()
                .filter(fact -> fact.kind() == FactKind.IDENTITY && isPrimary(fact.values()))
                .filter(fact -> fact.person().equals(before.person()))
                .findFirst()
                .orElseThrow();
        var alias = new HashMap<>(primary.values());
        alias.put("kind", "ALIAS");
        return facts.change(primary, alias, in.why(), by);
    }

    private static boolean isPrimary(Map<String, String> identity) {
        return "PRIMARY".equals(identity.get("kind"));
    }
}
