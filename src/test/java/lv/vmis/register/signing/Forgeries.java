package lv.vmis.register.signing;

import static lv.vmis.register.signing.SomeSignature.NOW;
import static lv.vmis.register.signing.SomeSignature.decision;

import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.Policy;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** Signed documents as somebody makes them who wants to be believed and should not be. */
final class Forgeries {

    private Forgeries() {}

    static String doctype(String text, String entities) {
        var start = text.indexOf("?>") + 2;
        return text.substring(0, start) + "<!DOCTYPE x [" + entities + "]>"
                + text.substring(start).replaceFirst("<ds:SignatureValue", "<!-- -->&x;<ds:SignatureValue");
    }

    static String bomb() {
        var text = new StringBuilder("<!ENTITY a \"aaaaaaaaaa\">");
        for (var letter = 'b'; letter <= 'k'; letter++) {
            text.append("<!ENTITY %c \"%s\">".formatted(letter, ("&" + (char) (letter - 1) + ";").repeat(10)));
        }
        return text + "<!ENTITY x \"&k;\">";
    }

    static byte[] underPolicy(DocumentToSign decision, LocalKeys.Key key, String address) throws Exception {
        var parameters = new ASiCWithXAdESSignatureParameters();
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        var policy = new Policy();
        policy.setId("urn:oid:1.2.3.4");
        policy.setDigestAlgorithm(DigestAlgorithm.SHA256);
        policy.setDigestValue(new byte[32]);
        policy.setSpuri(address);
        parameters.bLevel().setSignaturePolicy(policy);
        return LocalSignature.signed(
                new ASiCWithXAdESService(new CommonCertificateVerifier(true)),
                new InMemoryDocument(decision.content(), "VRS-R-2026-00001.pdf"),
                LocalSignature.with(parameters, key, NOW),
                key.secret());
    }

    static byte[] visible(DocumentToSign decision, LocalKeys.Key key) throws Exception {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        var image = new SignatureImageParameters();
        image.getTextParameters().setText("Atcelts");
        image.getFieldParameters().setOriginX(50);
        image.getFieldParameters().setOriginY(50);
        image.getFieldParameters().setWidth(300);
        image.getFieldParameters().setHeight(200);
        parameters.setImageParameters(image);
        return LocalSignature.signed(
                new PAdESService(new CommonCertificateVerifier(true)),
                new InMemoryDocument(decision.content(), "VRS-R-2026-00001.pdf"),
                LocalSignature.with(parameters, key, NOW),
                key.secret());
    }

    interface Addition {
        void to(PDDocument document) throws IOException;
    }

    /** The document with one more revision behind it. */
    static byte[] added(byte[] pdf, Addition addition) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(pdf)) {
            addition.to(document);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        return out.toByteArray();
    }

    static void note(PDDocument document) throws IOException {
        var note = new PDAnnotationText();
        note.setContents("Atcelts");
        note.setRectangle(new PDRectangle(50, 50, 100, 100));
        var page = document.getPage(0);
        var annotations = page.getAnnotations();
        annotations.add(note);
        page.setAnnotations(annotations);
    }

    static void overwritten(PDDocument document) throws IOException {
        try (var page = new PDPageContentStream(
                document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true, true)) {
            page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 40);
            page.beginText();
            page.newLineAtOffset(50, 400);
            page.showText("Atcelts");
            page.endText();
        }
    }

    /** A server nobody should come to. */
    static final class Visits implements AutoCloseable {

        private final ServerSocket door = open();

        private static ServerSocket open() {
            try {
                var door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                door.setSoTimeout(300);
                return door;
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        int port() {
            return door.getLocalPort();
        }

        boolean were() throws IOException {
            try (var visitor = door.accept()) {
                return visitor.isConnected();
            } catch (java.net.SocketTimeoutException nobody) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
