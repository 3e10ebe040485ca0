package lv.vmis.register.vmis;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.UUID;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Outbox;
import lv.vmis.register.exchange.Outgoing;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Persons;

/** Asks VMIS which residence permits, asylum applications and visas a person has. */
@Action
public class AskVmis {

    private final Persons persons;
    private final Outbox outbox;
    private final Journal journal;

    AskVmis(Persons persons, Outbox outbox, Journal journal) {
        this.persons = persons;
        this.outbox = outbox;
        this.journal = journal;
    }

    public Outcome<UUID> run(PersonId person, Actor by) {
        var bar = persons.bar(person);
        if (bar.isEmpty()) {
            return refused(VmisRefusal.PERSON_UNKNOWN);
        }
        persons.lock(person);
        if (outbox.of(person).stream()
                .anyMatch(
                        sent -> sent.to() == Correspondent.VMIS && sent.state().isOpen())) {
            return refused(VmisRefusal.ASKED_ALREADY);
        }
        var id = Ids.next();
        outbox.put(
                new Outgoing(id, Correspondent.VMIS, bar.get().id(), VmisWords.LOOK_UP, VmisWords.lookUp(bar.get())));
        journal.record(by, Entry.act(AskVmis.class).on("outbox", id, 0).about(person));
        return done(id);
    }
}
