package lv.vmis.register.signing;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import lv.vmis.register.kernel.Outcome;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** A PDF with a signature inside: the printed document byte by byte, and behind it nothing but an invisible signature. */
final class SignedPdf {

    /** What a signature adds to the root of a document: its field, and the proofs of time and validity beside it. */
    private static final Set<String> ADDED = Set.of("/Catalog /AcroForm", "/Catalog /DSS", "/Catalog /Extensions");

    private SignedPdf() {}

    static Outcome<byte[]> read(byte[] signed, byte[] printed) {
        if (signed.length < printed.length || !Arrays.equals(signed, 0, printed.length, printed, 0, printed.length)) {
            return refused(SigningRefusal.OTHER_DOCUMENT);
        }
        if (signed.length == printed.length) {
            return refused(SigningRefusal.NO_SIGNATURE);
        }
        try {
            return isOnlySigned(signed, printed) ? done(printed) : refused(SigningRefusal.PDF_CHANGED);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return refused(SigningRefusal.SIGNATURE_UNREADABLE);
        }
    }

    /** Whether the signature covers all of the document but its own place, which holds nothing but the signature. */
    static boolean coversDocument(PAdESSignature signature, byte[] signed, int printed) {
        var range = signature.getPdfRevision().getByteRange();
        var from = range.getFirstPartEnd();
        var to = range.getSecondPartStart();
        if (range.getFirstPartStart() != 0 || from < printed || to <= from + 1 || to > signed.length) {
            return false;
        }
        for (var at = from + 1; at < to - 1; at++) {
            if (Character.digit(signed[at], 16) < 0) {
                return false;
            }
        }
        return signed[from] == '<' && signed[to - 1] == '>';
    }

    private static boolean isOnlySigned(byte[] signed, byte[] printed) throws IOException {
        try (var before = new PdfBoxDocumentReader(new InMemoryDocument(printed));
                var after = new PdfBoxDocumentReader(new InMemoryDocument(signed))) {
            var changes = new DefaultPdfObjectModificationsFinder().find(before, after);
            if (!changes.getAnnotCreationChanges().isEmpty()
                    || !changes.getUndefinedChanges().stream()
                            .allMatch(change ->
                                    ADDED.contains(change.getObjectTree().toString()))) {
                return false;
            }
        }
        try (var document = Loader.loadPDF(signed)) {
            return hasInvisibleSignaturesOnly(document);
        }
    }

    private static boolean hasInvisibleSignaturesOnly(PDDocument document) throws IOException {
        for (var page : document.getPages()) {
            for (var annotation : page.getAnnotations()) {
                if (!isInvisibleSignature(annotation)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isInvisibleSignature(PDAnnotation annotation) {
        var box = annotation.getRectangle();
        return COSName.SIG.equals(kind(annotation.getCOSObject()))
                && (annotation.isHidden() || box == null || box.getWidth() == 0 || box.getHeight() == 0);
    }

    private static COSName kind(COSDictionary field) {
        var own = field.getCOSName(COSName.FT);
        var parent = field.getCOSDictionary(COSName.PARENT);
        return own != null || parent == null ? own : parent.getCOSName(COSName.FT);
    }
}
