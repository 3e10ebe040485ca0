package lv.vmis.register.sis;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/** Adds to the alerts on a person what only an official knows, with his assessment that they are proportionate (Art. 21). */
@Action
public class NoteParticulars {

    /** @param seen number of the particulars the official had before him */
    public record Input(
            PersonId person,
            int seen,
            String assessment,
            boolean threat,
            @Nullable String offence,
            boolean familyMember,
            @Nullable String fingerprints,
            @Nullable String links) {}

    private final Alerts alerts;
    private final Reviews reviews;
    private final Persons persons;
    private final Journal journal;

    NoteParticulars(Alerts alerts, Reviews reviews, Persons persons, Journal journal) {
        this.alerts = alerts;
        this.reviews = reviews;
        this.persons = persons;
        this.journal = journal;
    }

    public Outcome<PersonId> run(Input in, Actor by) {
        var head = persons.lockedHead(in.person());
        if (alerts.particulars(head).map(Particulars::place).orElse(0) != in.seen()) {
            return refused(AlertRefusal.ENTERED_MEANWHILE);
        }
        reviews.add(in, head, by);
        journal.record(
                by,
                Entry.act(NoteParticulars.class)
                        .on("person", head.value(), in.seen() + 1)
                        .about(head)
                        .because(in.assessment())
                        .with(Map.of("particulars", in)));
        return done(head);
    }
}
