package lv.vmis.register.document;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.reference.Codes;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Prints documents and their translation sheets. */
@Component
public class DocumentPrinter {

    private final PdfPrinter printer;
    private final DocumentTemplates templates;
    private final Codes codes;
    private final Templates html;

    DocumentPrinter(PdfPrinter printer, DocumentTemplates templates, Codes codes, Templates html) {
        this.printer = printer;
        this.templates = templates;
        this.codes = codes;
        this.html = html;
    }

    public byte[] print(PrintedText document, PdfPrinter.Facts facts) {
        return printer.print(page(document), facts);
    }

    /** The letters of the whole document that no font can show. */
    public String unprintable(PrintedText document) {
        return printer.unprintable(page(document));
    }

    /** The sheet in a language, with the translation in force on the day; nothing where there is none. */
    public Optional<byte[]> sheet(PrintedText document, String language, LocalDate day, PdfPrinter.Facts facts) {
        return templates.inForce(document.texts().kind(), language, day).map(other -> sheet(document, other, facts));
    }

    byte[] sheet(PrintedText document, FixedTexts other, PdfPrinter.Facts facts) {
        var language = codes.text("language", other.language(), Language.LV);
        return printer.print(rendered(html.documentSheet(new TranslationSheet(document, other, language))), facts);
    }

    private String page(PrintedText document) {
        return switch (document) {
            case DecisionDocument decision -> rendered(html.documentDecision(decision));
            case FormDocument form -> rendered(html.documentForm(form));
        };
    }

    private static String rendered(JteModel page) {
        var out = new StringOutput();
        page.render(out);
        return out.toString();
    }

    public static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** A printed file as an answer, shown by the browser under its name. */
    public static ResponseEntity<byte[]> answer(byte[] file, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }
}
