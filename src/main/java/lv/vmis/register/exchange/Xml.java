package lv.vmis.register.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML of other systems: no document type, nothing fetched from anywhere, the limits of the platform for the rest. */
public final class Xml {

    /** What comes in and goes out is never larger, in bytes. */
    static final int LONGEST = 4 << 20;

    private static final ErrorHandler STRICT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    };

    private Xml() {}

    /** A schema that comes with the program. */
    public static Schema schema(String resource) {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            try (var in = Objects.requireNonNull(Xml.class.getResourceAsStream(resource), resource)) {
                return factory.newSchema(new StreamSource(in));
            }
        } catch (SAXException | IOException broken) {
            throw new IllegalStateException(resource + " is no schema", broken);
        }
    }

    /** Why a text is no XML of the schema. */
    public static Optional<String> fault(String text, Schema schema) {
        try {
            parse(text, schema);
            return Optional.empty();
        } catch (SAXException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** The document; its text is of the schema, or this fails. */
    public static Document parse(String text, Schema schema) throws SAXException {
        var document = parse(text);
        var validator = schema.newValidator();
        validator.setErrorHandler(STRICT);
        try {
            validator.validate(new DOMSource(document));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return document;
    }

    private static Document parse(String text) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            factory.setXIncludeAware(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(STRICT);
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For people to read, each element on a line of its own; as it is when it is no XML. */
    static String indented(String text) {
        try {
            return printed(parse(text), true);
        } catch (SAXException _) {
            return text;
        }
    }

    /** A document as text. */
    public static String printed(Document document) {
        return printed(document, false);
    }

    private static String printed(Document document, boolean indented) {
        try {
            var factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.INDENT, indented ? "yes" : "no");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            var text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An empty document to build a message in. */
    public static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
