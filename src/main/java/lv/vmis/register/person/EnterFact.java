package lv.vmis.register.person;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;

/** Adds a fact to what is known of a person (Reg. 122 p. 5.1–5.3, 5.16). */
@Action
public class EnterFact {

    public record Input(PersonId person, FactKind kind, Map<String, String> values) {}

    private final Facts facts;
    private final Persons persons;
    private final Journal journal;

    EnterFact(Facts facts, Persons persons, Journal journal) {
        this.facts = facts;
        this.persons = persons;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var person = persons.bar(in.person());
        if (person.isEmpty()) {
            return refused(PersonRefusal.PERSON_UNKNOWN);
        }
        persons.lock(in.person());
        if (in.kind() == FactKind.IDENTITY && "PRIMARY".equals(in.values().get("kind"))) {
            return refused(PersonRefusal.PRIMARY_STAYS);
        }
        if (in.kind() == FactKind.DOCUMENT && facts.hasDocument(in.person(), in.values(), null)) {
            return refused(PersonRefusal.DOCUMENT_HELD);
        }
        if (Long.toString(person.get().number()).equals(in.values().get("relative"))) {
            return refused(PersonRefusal.RELATIVE_IS_SELF);
        }
        var id = facts.add(in.person(), in.kind(), in.values(), by);
        journal.record(
                by,
                Entry.act(EnterFact.class)
                        .on(in.kind().path(), id, 0)
                        .about(in.person())
                        .with(Map.of("values", in.values())));
        return done(id);
    }
}
