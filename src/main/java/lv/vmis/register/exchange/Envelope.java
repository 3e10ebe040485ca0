package lv.vmis.register.exchange;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What goes over the line (envelope.xsd), as text and back, on the side of the Register and of those who stand in for others. */
final class Envelope {

    private static final String SPACE = "urn:lv:vmis:register:exchange:1";

    private static final Schema SCHEMA = Xml.schema("/exchange/envelope.xsd");

    /** A message from the Register. */
    record Message(String id, String person, long place, String kind, Instant issuedAt, String body) {}

    /** The answer to one. */
    record Answer(String message, AnswerCode code, @Nullable String body) {}

    /** A message to the Register, and the place after it. */
    record Telling(String id, String cursor, String kind, Instant issuedAt, String body) {}

    /** What came of one. */
    record Outcome(String message, Taken code) {}

    private Envelope() {}

    static String text(Message message) {
        return written(
                "message",
                Map.of(
                        "id", message.id(),
                        "person", message.person(),
                        "place", String.valueOf(message.place()),
                        "kind", message.kind(),
                        "issued-at", message.issuedAt().toString()),
                message.body());
    }

    static String text(Answer answer) {
        return written(
                "answer",
                Map.of("message", answer.message(), "code", answer.code().name()),
                answer.body());
    }

    static String text(Outcome outcome) {
        return written(
                "taken",
                Map.of("message", outcome.message(), "code", outcome.code().name()),
                null);
    }

    static String text(List<Telling> tellings) {
        var document = Xml.empty();
        var all = document.createElementNS(SPACE, "messages");
        document.appendChild(all);
        tellings.forEach(telling -> all.appendChild(filled(
                document.createElementNS(SPACE, "telling"),
                Map.of(
                        "id", telling.id(),
                        "cursor", telling.cursor(),
                        "kind", telling.kind(),
                        "issued-at", telling.issuedAt().toString()),
                telling.body())));
        return Xml.printed(document);
    }

    static Message message(String text) throws SAXException {
        var root = root(text, "message");
        return new Message(
                root.getAttribute("id"),
                root.getAttribute("person"),
                Long.parseLong(root.getAttribute("place")),
                root.getAttribute("kind"),
                issuedAt(root),
                body(root));
    }

    static Answer answer(String text) throws SAXException {
        var root = root(text, "answer");
        return new Answer(
                root.getAttribute("message"),
                AnswerCode.valueOf(root.getAttribute("code")),
                root.getFirstChild() == null ? null : body(root));
    }

    static Outcome outcome(String text) throws SAXException {
        var root = root(text, "taken");
        return new Outcome(root.getAttribute("message"), Taken.valueOf(root.getAttribute("code")));
    }

    static List<Telling> tellings(String text) throws SAXException {
        var found = root(text, "messages").getElementsByTagNameNS(SPACE, "telling");
        var tellings = new ArrayList<Telling>();
        for (var i = 0; i < found.getLength(); i++) {
            var one = (Element) found.item(i);
            tellings.add(new Telling(
                    one.getAttribute("id"),
                    one.getAttribute("cursor"),
                    one.getAttribute("kind"),
                    issuedAt(one),
                    body(one)));
        }
        return tellings;
    }

    private static Element root(String text, String name) throws SAXException {
        var root = Xml.parse(text, SCHEMA).getDocumentElement();
        if (!name.equals(root.getLocalName())) {
            throw new SAXException("not a " + name + " but a " + root.getLocalName());
        }
        return root;
    }

    /** Years that no clock has, and times without a zone, are of the schema and yet no time. */
    private static Instant issuedAt(Element element) throws SAXException {
        try {
            return OffsetDateTime.parse(element.getAttribute("issued-at")).toInstant();
        } catch (java.time.DateTimeException notATime) {
            throw new SAXException("issued-at has no zone or is no time", notATime);
        }
    }

    private static String body(Element element) {
        return element.getElementsByTagNameNS(SPACE, "body").item(0).getTextContent();
    }

    private static String written(String name, Map<String, String> attributes, @Nullable String body) {
        var document = Xml.empty();
        document.appendChild(filled(document.createElementNS(SPACE, name), attributes, body));
        return Xml.printed(document);
    }

    private static Element filled(Element element, Map<String, String> attributes, @Nullable String body) {
        attributes.forEach(element::setAttribute);
        if (body != null) {
            var inner = element.getOwnerDocument().createElementNS(SPACE, "body");
            inner.setTextContent(body);
            element.appendChild(inner);
        }
        return element;
    }
}
