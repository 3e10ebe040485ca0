package lv.vmis.register.vmis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.validation.Schema;
import lv.vmis.register.exchange.Xml;
import lv.vmis.register.person.PersonBar;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What the Register and VMIS say to each other (vmis.xsd), as text and back. */
final class VmisWords {

    static final Schema SCHEMA = Xml.schema("/exchange/vmis.xsd");

    static final String LOOK_UP = "LOOK_UP";
    static final String CHANGED = "CHANGED";

    private static final String SPACE = "urn:lv:vmis:register:vmis:1";

    private VmisWords() {}

    static String lookUp(PersonBar who) {
        var document = Xml.empty();
        var element = document.createElementNS(SPACE, "look-up");
        element.setAttribute("register-number", String.valueOf(who.number()));
        element.setAttribute("family-name", who.familyName());
        if (who.givenNames() != null) {
            element.setAttribute("given-names", who.givenNames());
        }
        var born = who.birthDate();
        element.setAttribute("born", "%04d-%02d-%02d".formatted(born.year(), born.month(), born.day()));
        document.appendChild(element);
        return Xml.printed(document);
    }

    static String found(List<VmisStanding> standings) {
        var document = Xml.empty();
        var found = document.createElementNS(SPACE, "found");
        document.appendChild(found);
        standings.forEach(standing -> add(found, standing));
        return Xml.printed(document);
    }

    static String changed(long number, VmisStanding standing) {
        var document = Xml.empty();
        var changed = document.createElementNS(SPACE, "changed");
        document.appendChild(changed);
        changed.setAttribute("register-number", String.valueOf(number));
        add(changed, standing);
        return Xml.printed(document);
    }

    /** The element that a text is; it was looked at before. */
    static Element root(String text) {
        try {
            return Xml.parse(text, SCHEMA).getDocumentElement();
        } catch (SAXException impossible) {
            throw new IllegalStateException("not of the schema", impossible);
        }
    }

    static List<VmisStanding> standings(Element element) {
        var found = element.getElementsByTagNameNS(SPACE, "standing");
        var standings = new ArrayList<VmisStanding>();
        for (var i = 0; i < found.getLength(); i++) {
            var one = (Element) found.item(i);
            standings.add(new VmisStanding(
                    one.getAttribute("subject"),
                    one.getAttribute("status"),
                    given(one, "number"),
                    day(given(one, "from")),
                    day(given(one, "to"))));
        }
        return standings;
    }

    private static void add(Element parent, VmisStanding standing) {
        var element = parent.getOwnerDocument().createElementNS(SPACE, "standing");
        element.setAttribute("subject", standing.subject());
        element.setAttribute("status", standing.status());
        if (standing.number() != null) {
            element.setAttribute("number", standing.number());
        }
        if (standing.validFrom() != null) {
            element.setAttribute("from", standing.validFrom().toString());
        }
        if (standing.validTo() != null) {
            element.setAttribute("to", standing.validTo().toString());
        }
        parent.appendChild(element);
    }

    private static @Nullable String given(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
