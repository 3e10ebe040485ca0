package lv.vmis.register.sis;

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
import lv.vmis.register.person.Persons;

/** Lets what N.SIS refused be told again, once an official has seen to the reason. */
@Action
public class TellAgain {

    public record Input(UUID alert, int version) {}

    private final Alerts alerts;
    private final Persons persons;
    private final Journal journal;

    TellAgain(Alerts alerts, Persons persons, Journal journal) {
        this.alerts = alerts;
        this.persons = persons;
        this.journal = journal;
    }

    public Outcome<PersonId> run(Input in, Actor by) {
        var found = alerts.find(in.alert());
        if (found.isEmpty()) {
            return refused(AlertRefusal.UNKNOWN);
        }
        var head = persons.lockedHead(found.get().personId());
        var one = alerts.find(in.alert()).orElseThrow();
        if (one.version() != in.version()) {
            return refused(AlertRefusal.ENTERED_MEANWHILE);
        }
        if (one.refused() == null) {
            return refused(AlertRefusal.NOTHING_REFUSED);
        }
        alerts.sayAgain(one.id());
        journal.record(
                by,
                Entry.act(TellAgain.class)
                        .on("alert", one.id(), one.version() + 1)
                        .about(head)
                        .with(Map.of("alert", one.reference(), "refusal", String.valueOf(one.refusal()))));
        return done(head);
    }
}
