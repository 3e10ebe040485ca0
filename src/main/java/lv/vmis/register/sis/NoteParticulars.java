package lv.vmis.register.sis;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
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
        // Only alerts of Latvia that stand in SIS are linked (Reg. (EU) 2018/1861 Art. 48).
        var strange = in.links() == null
                ? Optional.<String>empty()
                : Stream.of(in.links().strip().split("\\s+"))
                        .filter(number -> alerts.ofSis(number)
                                .filter(alert -> alert.state().isOpen())
                                .isEmpty())
                        .findFirst();
        if (strange.isPresent()) {
            return refused(List.of(Refusal.at("links", AlertRefusal.LINK_UNKNOWN, strange.get())));
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
