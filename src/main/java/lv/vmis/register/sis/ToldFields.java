package lv.vmis.register.sis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.exchange.MessageState;
import lv.vmis.register.exchange.SentText;
import lv.vmis.register.exchange.Xml;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.reference.Names;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What a message told N.SIS, and what N.SIS said to it, field by field in words. */
@Component
class ToldFields {

    /** Several values that are one thing. */
    private static final Set<String> ONE_LINE = Set.of("otherName", "document", "found", "permit");

    /** The decision an alert rests on; its values are fields of their own. */
    private static final Set<String> DECISIONS = Set.of("departureOrder", "removal", "expulsion", "ban");

    private static final List<String> ATTRIBUTES = List.of(
            "alert",
            "consultation",
            "surname",
            "category",
            "forenames",
            "country",
            "state",
            "number",
            "issuedOn",
            "kind",
            "answer",
            "subject",
            "reference",
            "decidedOn",
            "authority",
            "basis",
            "lastDay",
            "from",
            "until",
            "on",
            "why",
            "refused");

    private static final int WHOLE_DATE = 10;

    private final Names names;

    ToldFields(Names names) {
        this.names = names;
    }

    ToldMessage of(SentText message, Frame f) {
        return new ToldMessage(
                message,
                standing(message, f),
                read(message.body(), f),
                message.answer() == null || message.answer().isBlank() ? List.of() : read(message.answer(), f),
                message.later() == null ? List.of() : read(message.later(), f));
    }

    private String standing(SentText message, Frame f) {
        if (message.later() != null) {
            try {
                var said = Xml.parse(message.later(), NsisCorrespondence.SCHEMA).getDocumentElement();
                return said.hasAttribute("answer")
                        ? answer(said.getAttribute("answer"), f)
                        : f.name(
                                "sis.message-state",
                                said.hasAttribute("refused") ? MessageState.REFUSED : MessageState.ACCEPTED);
            } catch (SAXException checkedBefore) {
                throw new IllegalStateException("only what is of the schema is known to answer", checkedBefore);
            }
        }
        return f.name("sis.message-state", message.state());
    }

    private static String answer(String answer, Frame f) {
        return answer.equals("MORE_TIME") ? f.t("sis.told-more-time") : f.name("sis.answer", answer);
    }

    private List<ToldField> read(String body, Frame f) {
        try {
            var root = Xml.parse(body, NsisCorrespondence.SCHEMA).getDocumentElement();
            var fields = new ArrayList<ToldField>();
            attributes(root, root.getLocalName(), f, fields);
            children(root, root.getLocalName(), f, fields);
            return fields;
        } catch (SAXException _) {
            // An answer of another form is shown as it came.
            return List.of(new ToldField(f.t("sis.told.text"), body));
        }
    }

    private void children(Element parent, String message, Frame f, List<ToldField> fields) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element element)) {
                continue;
            }
            var name = element.getLocalName();
            if (ONE_LINE.contains(name)) {
                fields.add(new ToldField(label(name, f), line(element, f)));
            } else if (DECISIONS.contains(name)) {
                fields.add(new ToldField(f.t("sis.told.reason"), f.name("sis.told-reason", name)));
                attributes(element, message, f, fields);
            } else if (isText(element)) {
                fields.add(new ToldField(label(name, f), value(name, element.getTextContent(), message, f)));
            } else {
                children(element, message, f, fields);
            }
        }
    }

    private static boolean isText(Element element) {
        return element.getElementsByTagName("*").getLength() == 0;
    }

    private void attributes(Element element, String message, Frame f, List<ToldField> fields) {
        // In the order of the form, which a map of attributes does not keep.
        for (var name : ATTRIBUTES) {
            // An outcome stands beside the question that it names.
            if (element.hasAttribute(name) && !(name.equals("consultation") && message.equals("outcome"))) {
                fields.add(new ToldField(label(name, f), value(name, element.getAttribute(name), message, f)));
            }
        }
    }

    /** "UZB, pase, AA1234567". */
    private String line(Element element, Frame f) {
        var line = new StringJoiner(", ");
        for (var name : ATTRIBUTES) {
            if (element.hasAttribute(name)
                    && !(name.equals("kind") && element.getLocalName().equals("otherName"))) {
                line.add(value(name, element.getAttribute(name), element.getLocalName(), f));
            }
        }
        return line.toString();
    }

    private static String label(String name, Frame f) {
        return f.name("sis.told", name);
    }

    /** @param where the message, or the thing in it that stands in one line */
    private String value(String name, String text, String where, Frame f) {
        return switch (name) {
            case "decidedOn", "lastDay", "from", "until", "on", "issuedOn" -> f.day(LocalDate.parse(text));
            case "birthDate" -> text.length() < WHOLE_DATE ? text : f.day(PartialDate.valueOf(text));
            case "nationality", "state", "country" -> names.country(f, text);
            case "gender" -> names.of(f, "sex", text);
            case "warning" -> names.of(f, "warning", text);
            case "offence" -> names.of(f, "alert_offence", text);
            case "authority" -> names.institution(f, text);
            case "threat", "suspended", "withBan", "familyMember" -> f.t(isTrue(text) ? "sis.yes" : "sis.no");
            case "photograph", "documentCopy" -> f.t("sis.told-attached");
            case "action" -> f.name("sis.told-action", text);
            case "category" ->
                switch (where) {
                    case "document" -> names.of(f, "document_type", text);
                    case "found" -> text;
                    default -> f.name("sis.category", text);
                };
            case "kind" -> f.name("sis.consultation", text);
            case "answer" -> answer(text, f);
            case "why" -> where.equals("delete") ? f.name("sis.end", text) : text;
            default -> text;
        };
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }
}
