package lv.vmis.register.sis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Outbox;
import lv.vmis.register.exchange.Outgoing;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.sis.Consultation.Direction;
import lv.vmis.register.sis.Consultation.Kind;
import lv.vmis.register.sis.Told.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What N.SIS answers to messages about alerts: where the alert stands then, whom to consult, and what to tell it next. */
@Component
class AlertAnswers {

    private final Persons persons;
    private final Alerts alerts;
    private final AlertContents contents;
    private final Consultations consultations;
    private final KeepAlert keep;
    private final Outbox outbox;
    private final Codes codes;
    private final LegalParameters parameters;
    private final Clock clock;

    AlertAnswers(
            Persons persons,
            Alerts alerts,
            AlertContents contents,
            Consultations consultations,
            KeepAlert keep,
            Outbox outbox,
            Codes codes,
            LegalParameters parameters,
            Clock clock) {
        this.persons = persons;
        this.alerts = alerts;
        this.contents = contents;
        this.consultations = consultations;
        this.keep = keep;
        this.outbox = outbox;
        this.codes = codes;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** Something that stands in the way of an alert. */
    record Obstacle(Kind kind, String state, String subject) {}

    /** What an answer says, whichever message brought it. */
    record Said(
            @Nullable String number,
            @Nullable LocalDate on,
            List<Obstacle> obstacles,
            @Nullable String refusal) {}

    /** The alert that waits for the answer to the message, once nobody else changes it. */
    Optional<Alert> waiting(UUID message) {
        return alerts.ofMessage(message).flatMap(alert -> {
            persons.lockedHead(alert.personId());
            return alerts.ofMessage(message);
        });
    }

    void pending(Alert alert) {
        alerts.pending(alert.id());
    }

    void answered(Alert alert, Said said, Actor system) {
        var refusal = said.refusal();
        if (refusal == null && alert.state() == AlertState.PROPOSED) {
            refusal = entered(alert, said);
        }
        var obstacles = alert.state() == AlertState.CHECKING ? relevant(said.obstacles()) : List.<Obstacle>of();
        var answer = refusal != null ? Answer.REFUSED : obstacles.isEmpty() ? Answer.DONE : Answer.IN_THE_WAY;
        var told = alert.told().answered(answer);
        var why = told.state() == AlertState.DELETED ? alert.endedWhy() : null;
        alerts.stand(alert.id(), told, null, refusal, why);
        obstacles.forEach(obstacle -> consult(alert, obstacle));
        keep.run(alert.personId(), system);
    }

    /** Why what it answered does not enter the alert. */
    private @Nullable String entered(Alert alert, Said said) {
        if (said.number() == null || said.on() == null) {
            return "N.SIS named no number of the alert";
        }
        alerts.entered(alert.id(), said.number(), said.on(), review(alert, said.on()));
        return null;
    }

    /** Three years, or five where the national decision is valid for more than three (2018/1861 Art. 39(2), (3)). */
    LocalDate review(Alert alert, LocalDate from) {
        var months = alert.banId() == null ? Optional.of(0) : alerts.banMonths(alert.banId());
        var isLong = months.isEmpty() || months.get() > 12 * parameters.years("sis.review.long_over", from);
        return from.plusYears(parameters.years(isLong ? "sis.review.long" : "sis.review", from));
    }

    /** Alerts of others that go together with ours are none. */
    private List<Obstacle> relevant(List<Obstacle> found) {
        var today = LocalDate.now(clock);
        var relevant = new ArrayList<>(found);
        relevant.removeIf(one -> one.kind() == Kind.INCOMPATIBLE
                && !codes.isInForce("alert_incompatible", one.subject().split(" ", 2)[0], today));
        return relevant;
    }

    void consult(Alert alert, Obstacle obstacle) {
        var today = LocalDate.now(clock);
        var message = Ids.next();
        consultations.ask(
                message.toString(),
                alert,
                Direction.OUT,
                obstacle.kind(),
                obstacle.state(),
                obstacle.subject(),
                SisNotices.Details.NONE);
        var facts = alerts.facts(alert.personId());
        var due = AlertRule.on(today, facts)
                .orElse(new DueAlert(alert.category(), alert.decisionId(), alert.banId(), false));
        var body = Markup.message("consult")
                .with("kind", obstacle.kind())
                .with("state", obstacle.state())
                .with("subject", obstacle.subject())
                .holding(contents.of(alert.personId(), due, facts, null).person());
        outbox.put(new Outgoing(message, Correspondent.NSIS, alert.personId(), "consult", body.toString()));
    }
}
