package lv.vmis.register.sis;

import static lv.vmis.register.kernel.Outcome.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

/**
 * Compares the alert that ought to exist on a person with what N.SIS was told, and tells it what it does not know, without delay
 * (2018/1860 Art. 3(1), 6(2); 2018/1861 Art. 40). Done again it changes nothing.
 */
@Action
public class KeepAlert {

    private final Persons persons;
    private final Alerts alerts;
    private final AlertContents contents;
    private final Standings standings;
    private final DifferingAlerts differing;
    private final Outbox outbox;
    private final Journal journal;
    private final Clock clock;

    KeepAlert(
            Persons persons,
            Alerts alerts,
            AlertContents contents,
            Standings standings,
            DifferingAlerts differing,
            Outbox outbox,
            Journal journal,
            Clock clock) {
        this.persons = persons;
        this.alerts = alerts;
        this.contents = contents;
        this.standings = standings;
        this.differing = differing;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
    }

    /** The steps taken; none when N.SIS knows what it ought to know, or has to answer first. */
    public Outcome<List<AlertStep>> run(PersonId person, Actor by) {
        var head = persons.lockedHead(person);
        var today = LocalDate.now(clock);
        var facts = alerts.facts(head);
        var due = AlertRule.on(today, facts).orElse(null);
        var content = due == null
                ? null
                : contents.of(head, due, facts, alerts.particulars(head).orElse(null));
        var steps = new ArrayList<AlertStep>();
        var first = true;
        for (var alert : open(head, due)) {
            // Records with an alert each that were joined are one person now: one of them is enough.
            steps.addAll(first ? keep(head, alert, facts, due, content) : keep(head, alert, facts, null, null));
            first = false;
        }
        if (open(head, due).isEmpty() && AlertStep.next(due, hash(content), null) == AlertStep.CHECK) {
            ask(head, Objects.requireNonNull(due), Objects.requireNonNull(content));
            steps.add(AlertStep.CHECK);
        }
        if (!steps.isEmpty()) {
            var one = alerts.of(head).getFirst();
            journal.record(
                    by,
                    Entry.act(KeepAlert.class)
                            .on("alert", one.id(), one.version())
                            .about(head)
                            .with(Map.of("alert", one.reference(), "category", one.category(), "steps", steps)));
        }
        differing.keep(head, standings.of(head, facts, due, content));
        return done(steps);
    }

    private List<Alert> open(PersonId head, @Nullable DueAlert due) {
        return alerts.of(head).stream()
                .filter(alert -> alert.state().isOpen())
                .sorted(Comparator.comparing(alert -> due == null
                        || alert.category() != due.category()
                        || !alert.state().isInSis()))
                .toList();
    }

    private void ask(PersonId head, DueAlert due, AlertContent content) {
        var message = Ids.next();
        var told = Told.asked(due.category(), Objects.requireNonNull(content.hash()));
        alerts.add(Ids.next(), head, due, told, content.minimumOrThrow(), message);
        put(message, head, "check", check(due.category(), content));
    }

    private List<AlertStep> keep(
            PersonId head, Alert alert, AlertFacts facts, @Nullable DueAlert due, @Nullable AlertContent content) {
        var hash = hash(content);
        if (alert.isAside()) {
            // As if it had been refused: an official lets it be told again.
            alerts.stand(alert.id(), alert.told().answered(Told.Answer.REFUSED), null, "–", null);
            return List.of(AlertStep.NOTHING);
        }
        var step = AlertStep.next(due, hash, alert.told());
        if (step == AlertStep.NOTHING) {
            return List.of();
        }
        var told = alert.told().after(step, hash == null ? "" : hash);
        var message = told.waits() ? Ids.next() : null;
        var ends = step == AlertStep.DELETE || step == AlertStep.WITHDRAW;
        var why = ends
                ? AlertRule.why(LocalDate.now(clock), facts, alert.decisionId(), alert.banId())
                        .name()
                : null;
        if (!ends) {
            alerts.rest(
                    alert.id(),
                    Objects.requireNonNull(due),
                    Objects.requireNonNull(content).minimumOrThrow());
        }
        alerts.stand(alert.id(), told, message, step == AlertStep.WITHDRAW ? alert.refusal() : null, why);
        if (message != null) {
            put(message, head, kind(step), body(step, alert, why, content));
        }
        return List.of(step);
    }

    private static String kind(AlertStep step) {
        return step.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Markup body(AlertStep step, Alert alert, @Nullable String why, @Nullable AlertContent content) {
        return switch (step) {
            case CHECK -> check(alert.category(), Objects.requireNonNull(content));
            case CREATE ->
                Markup.message("create").holding(Objects.requireNonNull(content).alertOrThrow());
            case UPDATE ->
                Markup.message("update")
                        .with("alert", alert.sisId())
                        .holding(Objects.requireNonNull(content).alertOrThrow());
            case DELETE -> Markup.message("delete").with("alert", alert.sisId()).with("why", why);
            case NOTHING, WITHDRAW -> throw new IllegalStateException(step + " is not told");
        };
    }

    private static Markup check(AlertCategory category, AlertContent content) {
        return Markup.message("check").holding("category", category).holding(content.person());
    }

    private void put(UUID message, PersonId head, String kind, Markup body) {
        outbox.put(new Outgoing(message, Correspondent.NSIS, head, kind, body.toString()));
    }

    private static @Nullable String hash(@Nullable AlertContent content) {
        return content == null ? null : content.hash();
    }
}
