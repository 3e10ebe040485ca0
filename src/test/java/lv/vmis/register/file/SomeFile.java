package lv.vmis.register.file;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import lv.vmis.register.kernel.Outcome;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/** Files as people send them, good ones and bad ones; no two of a kind are the same. */
final class SomeFile {

    private static final Random RANDOM = new Random();

    private SomeFile() {}

    /** Draws with streams that do not fail. */
    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        try {
            var out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Arrived arrived(byte[] content) {
        try {
            return Arrived.of(new ByteArrayInputStream(content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Outcome<Examined> examined(String name, byte[] content, FileKind kind) {
        try (var arrived = arrived(content)) {
            return FileName.of(name).then(right -> new Examination().of(arrived.path(), right, kind));
        }
    }

    static byte[] image(String format, int width, int height) {
        return bytes(out -> {
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var draw = image.createGraphics();
            draw.setPaint(new GradientPaint(
                    0, 0, new Color(RANDOM.nextInt(0x1000000)), width, height, new Color(RANDOM.nextInt(0x1000000))));
            draw.fillRect(0, 0, width, height);
            draw.dispose();
            if (!ImageIO.write(image, format, out)) {
                throw new IOException("no writer of " + format);
            }
        });
    }

    static byte[] jpeg(int width, int height) {
        return image("jpeg", width, height);
    }

    /** A photo as a telephone takes it: lying on its side, with where it was taken in its hidden data. */
    static byte[] lying(int width, int height) {
        var photo = jpeg(width, height);
        var exif = new byte[] {
            'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0,
            0, 0
        };
        var place = "GPS 56.9496 24.1052".getBytes(StandardCharsets.US_ASCII);
        return bytes(out -> {
            out.write(photo, 0, 2);
            out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (2 + exif.length + place.length)});
            out.write(exif);
            out.write(place);
            out.write(photo, 2, photo.length - 2);
        });
    }

    /** A PNG that says it is very large, and is very small. */
    static byte[] pngSaying(int width, int height) {
        return bytes(out -> {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            out.write(chunk("IHDR", join(number(width), number(height), new byte[] {8, 2, 0, 0, 0})));
            out.write(chunk("IDAT", deflated(new byte[10_000])));
            out.write(chunk("IEND", new byte[0]));
        });
    }

    private static byte[] chunk(String type, byte[] data) {
        return bytes(out -> {
            var name = type.getBytes(StandardCharsets.US_ASCII);
            var check = new CRC32();
            check.update(name);
            check.update(data);
            out.write(number(data.length));
            out.write(name);
            out.write(data);
            out.write(number((int) check.getValue()));
        });
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    static byte[] deflated(byte[] data) {
        return bytes(out -> {
            try (var packed = new DeflaterOutputStream(out, new Deflater(9))) {
                packed.write(data);
            }
        });
    }

    static byte[] pdf(int pages) {
        return pdf(pages, _ -> {});
    }

    /** Changes a document before it is saved. */
    interface Changing {
        void of(PDDocument document) throws IOException;
    }

    static byte[] pdf(int pages, Changing changing) {
        return bytes(out -> {
            try (var document = new PDDocument()) {
                for (var page = 1; page <= pages; page++) {
                    var sheet = new PDPage(PDRectangle.A4);
                    document.addPage(sheet);
                    try (var text = new PDPageContentStream(document, sheet)) {
                        text.beginText();
                        text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                        text.newLineAtOffset(80, 700);
                        text.showText("Page " + page + ", " + RANDOM.nextLong());
                        text.endText();
                    }
                }
                changing.of(document);
                document.save(out);
            }
        });
    }

    static byte[] lockedPdf(String password) {
        return pdf(
                1,
                document -> document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
    }

    static byte[] scriptedPdf() {
        return pdf(
                1, document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')")));
    }

    static byte[] launchingPdf() {
        return pdf(1, document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch()));
    }

    /** A page whose drawing unpacks to so many megabytes, packed once or twice. */
    static byte[] bombPdf(int megabytes, boolean twice) {
        var packed = deflated(new byte[megabytes << 20]);
        return rawPdf(twice ? deflated(packed) : packed, twice ? "[/FlateDecode /FlateDecode]" : "/FlateDecode");
    }

    private static byte[] rawPdf(byte[] stream, String filter) {
        return bytes(out -> {
            out.write(
                    "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(("4 0 obj<</Length " + stream.length + "/Filter " + filter + ">>\nstream\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(stream);
            out.write("\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        });
    }

    /** A script under a name that is written in another way, as those who hide do. */
    static byte[] hiddenScriptPdf() {
        return text("""
                %PDF-1.7
                1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/J#61vaScript/J#53(app.alert\\(1\\))>>>>endobj
                2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
                trailer<</Root 1 0 R/Size 4>>
                %%EOF
                """);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    static Map<String, byte[]> docx() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("[Content_Types].xml", text("<Types/>"));
        entries.put("word/document.xml", text("<document>" + RANDOM.nextLong() + "</document>"));
        return entries;
    }

    static Map<String, byte[]> odt() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mimetype", text("application/vnd.oasis.opendocument.text"));
        entries.put("content.xml", text("<content>" + RANDOM.nextLong() + "</content>"));
        return entries;
    }

    /** A signed container with a document in it. */
    static Map<String, byte[]> edoc() {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mimetype", text("application/vnd.etsi.asic-e+zip"));
        entries.put("lēmums.docx", zip(docx()));
        entries.put("META-INF/manifest.xml", text("<manifest/>"));
        entries.put("META-INF/signatures0.xml", text("<XAdESSignatures/>"));
        return entries;
    }

    static Map<String, byte[]> with(Map<String, byte[]> entries, String name, byte[] content) {
        var all = new LinkedHashMap<>(entries);
        all.put(name, content);
        return all;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The test file every scanner knows; in one piece this source would be taken for it. */
    static byte[] eicar() {
        return text(String.join(
                "", List.of("X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-", "TEST-FILE!$H+H*")));
    }

    /** A good document in which the test file lies. */
    static byte[] infectedPdf() {
        return join(pdf(1), text("\n%"), eicar(), text("\n%%EOF\n"));
    }

    static byte[] join(byte[]... parts) {
        return bytes(out -> {
            for (var part : parts) {
                out.write(part);
            }
        });
    }

    /** Bytes that do not shrink. */
    static byte[] noise(int size) {
        var noise = new byte[size];
        RANDOM.nextBytes(noise);
        return noise;
    }

    /** A PDF of almost so many bytes. */
    static byte[] largePdf(int size) {
        return join(pdf(1), text("\n%"), text("a".repeat(1000)), hexed(size - 4000), text("\n%%EOF\n"));
    }

    private static byte[] hexed(int size) {
        var hex = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        var noise = noise(size);
        for (var i = 0; i < size; i++) {
            noise[i] = hex[noise[i] & 15];
        }
        return noise;
    }
}
