package lv.vmis.register.vmis;

import java.time.LocalDate;
import javax.xml.validation.Schema;
import lv.vmis.register.exchange.Xml;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What the border system tells the Register (border.xsd), as text and back. */
public final class BorderWords {

    static final Schema SCHEMA = Xml.schema("/exchange/border.xsd");

    public static final String EXIT = "EXIT";

    private static final String SPACE = "urn:lv:vmis:register:border:1";

    /**
     * Somebody left.
     *
     * @param number in the Register; nothing when he is named by his document
     * @param document its number, with the date of birth
     */
    public record Exit(
            @Nullable Long number,
            @Nullable String document,
            @Nullable LocalDate born,
            LocalDate leftOn,
            String crossingPoint) {}

    private BorderWords() {}

    public static String text(Exit exit) {
        var document = Xml.empty();
        var root = document.createElementNS(SPACE, "exit");
        root.setAttribute("left-on", exit.leftOn().toString());
        root.setAttribute("crossing-point", exit.crossingPoint());
        document.appendChild(root);
        if (exit.number() != null) {
            var person = document.createElementNS(SPACE, "person");
            person.setAttribute("register-number", exit.number().toString());
            root.appendChild(person);
        } else {
            var shown = document.createElementNS(SPACE, "document");
            shown.setAttribute("number", String.valueOf(exit.document()));
            shown.setAttribute("born", String.valueOf(exit.born()));
            root.appendChild(shown);
        }
        return Xml.printed(document);
    }

    /** Of a text that was looked at before. */
    static Exit exit(String text) {
        try {
            var root = Xml.parse(text, SCHEMA).getDocumentElement();
            var leftOn = LocalDate.parse(root.getAttribute("left-on"));
            var point = root.getAttribute("crossing-point");
            var named = root.getElementsByTagNameNS(SPACE, "person");
            if (named.getLength() > 0) {
                var number = Long.valueOf(((Element) named.item(0)).getAttribute("register-number"));
                return new Exit(number, null, null, leftOn, point);
            }
            var shown = (Element) root.getElementsByTagNameNS(SPACE, "document").item(0);
            return new Exit(
                    null, shown.getAttribute("number"), LocalDate.parse(shown.getAttribute("born")), leftOn, point);
        } catch (SAXException impossible) {
            throw new IllegalStateException("not of the schema", impossible);
        }
    }
}
