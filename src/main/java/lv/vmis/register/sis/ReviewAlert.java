package lv.vmis.register.sis;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
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

/**
 * Keeps an alert longer after an individual assessment (2018/1861 Art. 39(4)); one that SIS deleted since nobody reviewed it is entered
 * again.
 */
@Action
public class ReviewAlert {

    public record Input(UUID alert, int version, String reasons) {}

    private final Alerts alerts;
    private final AlertAnswers answers;
    private final Reviews reviews;
    private final Persons persons;
    private final Outbox outbox;
    private final Journal journal;
    private final Clock clock;

    ReviewAlert(
            Alerts alerts,
            AlertAnswers answers,
            Reviews reviews,
            Persons persons,
            Outbox outbox,
            Journal journal,
            Clock clock) {
        this.alerts = alerts;
        this.answers = answers;
        this.reviews = reviews;
        this.persons = persons;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
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
        var from = one.reviewOn();
        if (from == null || (one.state() != AlertState.ENTERED && one.state() != AlertState.EXPIRED)) {
            return refused(AlertRefusal.NOT_IN_SIS);
        }
        var until = answers.review(one, LocalDate.now(clock));
        if (!until.isAfter(from)) {
            return refused(AlertRefusal.NOT_REVIEWABLE);
        }
        reviews.add(one.id(), head, from, until, in.reasons(), by);
        if (one.state() == AlertState.EXPIRED) {
            // Whoever looks after the alerts enters it anew.
            var given = one.told().after(AlertStep.WITHDRAW, "");
            alerts.stand(one.id(), given, null, null, AlertEnd.OTHER_ALERT.name());
        } else {
            alerts.reviewed(one.id(), until);
            var body = Markup.message("extend").with("alert", one.sisId()).with("until", until);
            outbox.put(new Outgoing(Ids.next(), Correspondent.NSIS, head, "extend", body.toString()));
        }
        journal.record(
                by,
                Entry.act(ReviewAlert.class)
                        .on("alert", one.id(), one.version() + 1)
                        .about(head)
                        .because(in.reasons())
                        .with(Map.of("alert", one.reference(), "from", from, "until", until)));
        return done(head);
    }
}
