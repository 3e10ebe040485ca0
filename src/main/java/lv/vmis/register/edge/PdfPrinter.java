package lv.vmis.register.edge;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints a page of well-formed XHTML as an accessible document for the archive: PDF/A-2a and PDF/UA-1, tagged, with
 * embedded fonts. The same text with the same facts gives the same bytes, so a printed decision can be compared with
 * its journal entry. Nothing is loaded from outside {@code classpath:/pdf/}: text typed by an official cannot make the
 * server fetch an address.
 */
@Component
public final class PdfPrinter {
    private static final String OWN = "classpath:/pdf/";
    private static final Pattern OWN_NAME = Pattern.compile("classpath:/pdf/[A-Za-z0-9-]+\\.(css|png)");
    /** What XML 1.0 cannot carry; such characters come in with pasted text. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final Pattern XMP_CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");
    /** Scripts beside Latin, Cyrillic and Greek have their own family, in the order of {@code document.css}. */
    private static final List<Face> FACES = List.of(
            new Face("Noto Sans", "NotoSans", true),
            new Face("Noto Sans Arabic", "NotoSansArabic", false),
            new Face("Noto Sans Hebrew", "NotoSansHebrew", false),
            new Face("Noto Sans Armenian", "NotoSansArmenian", false),
            new Face("Noto Sans Georgian", "NotoSansGeorgian", false));

    private final List<Font> fonts = new ArrayList<>();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    public PdfPrinter() {
        // openhtmltopdf logs pieces of the text it prints, and that text is personal data.
        XRLog.setLoggingEnabled(false);
        for (var face : FACES) {
            var regular = read("/pdf/" + face.file + "-Regular.ttf");
            var bold = read("/pdf/" + face.file + "-Bold.ttf");
            if (face.required && (regular == null || bold == null)) {
                throw new IllegalStateException("font %s is not on the class path".formatted(face.file));
            }
            if (regular != null) {
                fonts.add(new Font(face.family, 400, regular, letters(regular)));
            }
            if (bold != null) {
                fonts.add(new Font(face.family, 700, bold, letters(bold)));
            }
        }
    }

    /**
     * Facts of the file itself, kept apart from its text.
     *
     * @param id of the printed thing, gives the file identifier
     * @param created when the text became what it is, not when it was printed
     */
    public record Facts(UUID id, Instant created) {}

    public byte[] print(String xhtml, Facts facts) {
        var builder = new PdfRendererBuilder()
                .withW3cDocument(parsed(xhtml), OWN)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(colours)
                .useUriResolver((base, uri) -> OWN_NAME.matcher(uri).matches() ? uri : null)
                .useExternalResourceAccessControl(
                        PdfPrinter::own, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        PdfPrinter::own, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useProtocolsStreamImplementation(Resource::new, "classpath")
                .useUnicodeBidiSplitter(RightToLeft.Splitter::new)
                .useUnicodeBidiReorderer(new RightToLeft.Reorderer())
                .withProducer("Register of Removed Foreigners and Entry Bans");
        for (var font : fonts) {
            builder.useFont(
                    () -> new ByteArrayInputStream(font.bytes), font.family, font.weight, FontStyle.NORMAL, true);
        }
        var out = new ByteArrayOutputStream(64 * 1024);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (var document = renderer.getPdfDocument()) {
                date(document, facts);
                document.save(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The characters of a text that no embedded font can show; empty if all can be printed. */
    public String unprintable(String text) {
        var missing = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isISOControl(c))
                .filter(c -> fonts.stream().noneMatch(font -> font.letters.getGlyphId(c) != 0))
                .distinct()
                .forEach(missing::appendCodePoint);
        return missing.toString();
    }

    private static boolean own(String uri, ExternalResourceType type) {
        return (type == ExternalResourceType.CSS || type == ExternalResourceType.IMAGE_RASTER)
                && OWN_NAME.matcher(uri).matches();
    }

    private static Document parsed(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(
                    new StringReader(NOT_XML.matcher(xhtml).replaceAll("").strip())));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("the page to print is not well-formed XHTML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the time of printing, which openhtmltopdf takes from the wall clock, in both places that name it. */
    private static void date(PDDocument document, Facts facts) throws IOException {
        var second = facts.created.truncatedTo(ChronoUnit.SECONDS);
        var calendar = GregorianCalendar.from(second.atZone(ZoneOffset.UTC));
        calendar.setTimeZone(TimeZone.getTimeZone(ZoneId.of("UTC")));
        document.getDocumentInformation().setCreationDate(calendar);
        var metadata = document.getDocumentCatalog().getMetadata();
        var xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        var created = DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .format(second.atOffset(ZoneOffset.UTC))
                .replace("Z", "+00:00");
        metadata.importXMPMetadata(XMP_CREATED
                .matcher(xmp)
                .replaceAll("$1" + Matcher.quoteReplacement(created) + "$2")
                .getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(facts.id.getMostSignificantBits() ^ facts.id.getLeastSignificantBits());
    }

    private static byte @Nullable [] read(String path) {
        try (var in = PdfPrinter.class.getResourceAsStream(path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup letters(byte[] font) {
        try (var parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Face(String family, String file, boolean required) {}

    private record Font(String family, int weight, byte[] bytes, CmapLookup letters) {}

    private record Resource(String uri) implements FSStream {
        @Override
        public InputStream getStream() {
            var bytes = read(uri.substring("classpath:".length()));
            return new ByteArrayInputStream(bytes == null ? new byte[0] : bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
