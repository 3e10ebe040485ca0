package lv.vmis.register.sis;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.xml.validation.Schema;
import lv.vmis.register.exchange.AnswerCode;
import lv.vmis.register.exchange.Answered;
import lv.vmis.register.exchange.Correspondence;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Inbox;
import lv.vmis.register.exchange.Received;
import lv.vmis.register.exchange.Taken;
import lv.vmis.register.exchange.Xml;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.sis.AlertAnswers.Obstacle;
import lv.vmis.register.sis.AlertAnswers.Said;
import lv.vmis.register.sis.Consultation.Direction;
import lv.vmis.register.sis.Consultation.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Understands what N.SIS writes: docs/sis.md has each message with an example. */
@Component
class NsisCorrespondence implements Correspondence {

    static final Schema SCHEMA = Xml.schema("/sis/nsis.xsd");

    private final Persons persons;
    private final Alerts alerts;
    private final AlertAnswers answers;
    private final Consultations consultations;
    private final SisNotices notices;
    private final KeepAlert keep;
    private final Inbox inbox;
    private final Countries countries;
    private final Clock clock;

    NsisCorrespondence(
            Persons persons,
            Alerts alerts,
            AlertAnswers answers,
            Consultations consultations,
            SisNotices notices,
            KeepAlert keep,
            Inbox inbox,
            Countries countries,
            Clock clock) {
        this.persons = persons;
        this.alerts = alerts;
        this.answers = answers;
        this.consultations = consultations;
        this.notices = notices;
        this.keep = keep;
        this.inbox = inbox;
        this.countries = countries;
        this.clock = clock;
    }

    @Override
    public Correspondent with() {
        return Correspondent.NSIS;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public Optional<Bilingual> named(String kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case "check" -> new Bilingual("Saderības pārbaude", "Check of compatibility");
                    case "create" -> new Bilingual("Jauns ziņojums", "New alert");
                    case "update" -> new Bilingual("Ziņojuma labojums", "Update of an alert");
                    case "delete" -> new Bilingual("Ziņojuma dzēšana", "Deletion of an alert");
                    case "extend" -> new Bilingual("Ziņojuma pagarināšana", "Extension of an alert");
                    case "consult" -> new Bilingual("Latvijas jautājums citai valstij", "Question of Latvia");
                    case "reply" -> new Bilingual("Atbilde citai valstij", "Answer to another State");
                    case "hit" -> new Bilingual("Sakritība", "Hit");
                    case "notice" -> new Bilingual("Paziņojums par ziņojumu", "Notice about an alert");
                    case "consultation" -> new Bilingual("Citas valsts jautājums", "Question of another State");
                    case "outcome" -> new Bilingual("Konsultācijas iznākums", "Outcome of a consultation");
                    case "permitFound" -> new Bilingual("Atrasta uzturēšanās atļauja", "Permit found");
                    case "decided" -> new Bilingual("N.SIS lēmums par ziņojumu", "Decision of N.SIS on an alert");
                    default -> null;
                });
    }

    @Override
    public void answered(Answered answered, Actor system) {
        var alert = answers.waiting(answered.message().id()).orElse(null);
        if (alert == null) {
            return;
        }
        if (answered.code() == AnswerCode.PENDING) {
            answers.pending(alert);
            return;
        }
        var body = answered.body() == null ? null : root(answered.body());
        answers.answered(alert, said(body, answered.code() == AnswerCode.REFUSED), system);
    }

    private static Said said(@Nullable Element body, boolean isRefused) {
        var obstacles = new ArrayList<Obstacle>();
        if (body != null && body.getLocalName().equals("checked")) {
            var all = body.getElementsByTagNameNS(Markup.NAMESPACE, "*");
            for (var i = 0; i < all.getLength(); i++) {
                obstacles.add(obstacle((Element) all.item(i)));
            }
        }
        return new Said(
                body == null ? null : text(body, "alert"),
                body == null ? null : day(body),
                obstacles,
                isRefused
                        ? body == null
                                ? "–"
                                : Optional.ofNullable(text(body, "why")).orElse("–")
                        : null);
    }

    private static Obstacle obstacle(Element found) {
        var state = found.getAttribute("state");
        var number = found.getAttribute("number");
        return found.getLocalName().equals("permit")
                ? new Obstacle(Kind.PERMIT_HELD, state, number)
                : new Obstacle(Kind.INCOMPATIBLE, state, found.getAttribute("category") + " " + number);
    }

    @Override
    public Taken received(Received received, Actor system) {
        var body = root(received.body());
        var message = received.id();
        return switch (body.getLocalName()) {
            case "hit" -> about(body, alert -> hit(message, alert, body, system));
            case "notice" -> about(body, alert -> notice(message, alert, body, system));
            case "consultation" -> about(body, alert -> asked(message, alert, body));
            case "permitFound" -> about(body, alert -> permitFound(alert, body));
            case "outcome" -> outcome(received, body, system);
            case "decided" -> decided(received, body, system);
            default -> Taken.NOT_UNDERSTOOD;
        };
    }

    private interface Taking {
        Taken take(Alert alert);
    }

    private Taken about(Element body, Taking taking) {
        var alert = alerts.ofSis(body.getAttribute("alert"));
        if (alert.isEmpty()) {
            return Taken.NOT_FOR_US;
        }
        persons.lockedHead(alert.get().personId());
        return taking.take(alerts.find(alert.get().id()).orElseThrow());
    }

    /** A hit outside proves that he left (2018/1860 Art. 6, 8); one inside does not (Art. 7(2)). */
    private Taken hit(String message, Alert alert, Element body, Actor system) {
        var kind = SisNotice.Kind.valueOf(body.getAttribute("kind"));
        var on = LocalDate.parse(body.getAttribute("on"));
        var state = body.getAttribute("state");
        if (on.isAfter(LocalDate.now(clock)) || countries.find(state).isEmpty()) {
            return Taken.NOT_UNDERSTOOD;
        }
        var hasLeft = kind == SisNotice.Kind.ENTRY || (kind == SisNotice.Kind.EXIT && isTrue(body, "left"));
        var removed = body.hasAttribute("removed") ? Boolean.valueOf(isTrue(body, "removed")) : null;
        notices.add(
                message,
                alert,
                new SisNotices.Told(
                        kind,
                        state,
                        on,
                        body.hasAttribute("at") ? LocalTime.parse(body.getAttribute("at")) : null,
                        child(body, "place"),
                        hasLeft,
                        removed,
                        child(body, "measure"),
                        details(body)));
        keep.run(alert.personId(), system);
        return Taken.DONE;
    }

    private Taken notice(String message, Alert alert, Element body, Actor system) {
        var kind = SisNotice.Kind.valueOf(body.getAttribute("kind"));
        var on = LocalDate.parse(body.getAttribute("on"));
        if (on.isAfter(LocalDate.now(clock))) {
            return Taken.NOT_UNDERSTOOD;
        }
        notices.add(
                message,
                alert,
                new SisNotices.Told(kind, null, on, null, null, false, null, null, SisNotices.Details.NONE));
        if (kind == SisNotice.Kind.EXPIRED
                && alert.state() == AlertState.ENTERED
                && !on.isBefore(Objects.requireNonNull(alert.enteredOn()))) {
            alerts.stand(alert.id(), alert.told().expired(), null, null, null);
        }
        keep.run(alert.personId(), system);
        return Taken.DONE;
    }

    private Taken asked(String message, Alert alert, Element body) {
        var state = body.getAttribute("state");
        if (countries.find(state).isEmpty()) {
            return Taken.NOT_UNDERSTOOD;
        }
        var kind = Kind.valueOf(body.getAttribute("kind"));
        consultations.ask(message, alert, Direction.IN, kind, state, body.getAttribute("subject"), details(body));
        return Taken.DONE;
    }

    private static SisNotices.Details details(Element body) {
        return new SisNotices.Details(
                text(body, "reference"), child(body, "identity"), child(body, "document"), child(body, "note"));
    }

    private Taken permitFound(Alert alert, Element body) {
        var state = body.getAttribute("state");
        if (countries.find(state).isEmpty()) {
            return Taken.NOT_UNDERSTOOD;
        }
        answers.consult(alert, new Obstacle(Kind.PERMIT_FOUND, state, body.getAttribute("number")));
        return Taken.DONE;
    }

    private Taken outcome(Received received, Element body, Actor system) {
        ours(body.getAttribute("consultation")).ifPresent(message -> inbox.answers(received, message));
        var found = consultations.ofMessage(body.getAttribute("consultation"));
        if (found.isEmpty()) {
            return Taken.NOT_FOR_US;
        }
        persons.lockedHead(found.get().personId());
        var one = consultations.find(found.get().id()).orElseThrow();
        var answer = body.getAttribute("answer");
        var on = LocalDate.parse(body.getAttribute("on"));
        if (on.isAfter(LocalDate.now(clock)) || !suits(answer, one)) {
            return Taken.NOT_UNDERSTOOD;
        }
        switch (answer) {
            case "MORE_TIME" -> consultations.extend(one);
            case "PERMIT_GRANTED" -> consultations.end(one, on);
            case "PERMIT_KEPT", "DO_NOT_ENTER" -> consultations.answer(one, answer, child(body, "note"), null, on);
            default -> consultations.answer(one, answer, child(body, "note"), null, null);
        }
        keep.run(one.personId(), system);
        return Taken.DONE;
    }

    private static boolean suits(String answer, Consultation one) {
        return switch (one.kind()) {
            case PERMIT_INTENDED -> answer.equals("PERMIT_GRANTED");
            case PURPOSE_REACHED -> false;
            case PERMIT_HELD, PERMIT_FOUND ->
                answer.equals("PERMIT_KEPT") || answer.equals("PERMIT_WITHDRAWN") || answer.equals("MORE_TIME");
            case INCOMPATIBLE -> answer.equals("ENTER") || answer.equals("DO_NOT_ENTER") || answer.equals("MORE_TIME");
        };
    }

    /** The later answer to a message it had kept; one that the alert does not wait for any more is shown all the same. */
    private Taken decided(Received received, Element body, Actor system) {
        var message = ours(body.getAttribute("message"));
        message.ifPresent(known -> inbox.answers(received, known));
        var alert = message.flatMap(answers::waiting);
        if (alert.isEmpty()) {
            return Taken.NOT_FOR_US;
        }
        var said = new Said(text(body, "alert"), day(body), List.of(), text(body, "refused"));
        answers.answered(alert.get(), said, system);
        return Taken.DONE;
    }

    private static Optional<UUID> ours(String message) {
        try {
            return Optional.of(UUID.fromString(message));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Element root(String body) {
        try {
            return Xml.parse(body, SCHEMA).getDocumentElement();
        } catch (SAXException checkedBefore) {
            throw new IllegalStateException("the exchange gives only what is of the schema", checkedBefore);
        }
    }

    private static @Nullable String text(Element element, String attribute) {
        return element.hasAttribute(attribute) ? element.getAttribute(attribute) : null;
    }

    private static @Nullable LocalDate day(Element element) {
        return element.hasAttribute("on") ? LocalDate.parse(element.getAttribute("on")) : null;
    }

    private static boolean isTrue(Element element, String attribute) {
        var value = element.getAttribute(attribute);
        return value.equals("true") || value.equals("1");
    }

    private static @Nullable String child(Element element, String name) {
        var found = element.getElementsByTagNameNS(Markup.NAMESPACE, name);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }
}
