package lv.vmis.register.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import lv.vmis.register.kernel.Outcome;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.rendering.RenderDestination;
import org.jspecify.annotations.Nullable;

/** Reads PDF documents nobody vouches for: nothing locked, nothing that acts by itself, and never longer than a few seconds. */
final class Pdfs {

    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final int MOST_OBJECTS = 300_000;
    private static final int MOST_PAGES = 5_000;
    private static final int DEEPEST = 60;
    private static final long MOST_PIXELS = 72_000_000;
    private static final float DOTS = 150f / 72f;

    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final List<COSName> ACTIVE =
            List.of(COSName.getPDFName("JavaScript"), COSName.getPDFName("Launch"), COSName.getPDFName("RichMedia"));
    private static final COSName LZW = COSName.LZW_DECODE;

    private Pdfs() {}

    /** More time or more room was needed than a document of a case needs. */
    private static final class TooMuch extends RuntimeException {
        TooMuch() {
            super("more than a document of a case needs", null, false, false);
        }
    }

    static Outcome<Examined> examine(Path file, String name) {
        try {
            if (Inflation.isTooLarge(file)) {
                return Examination.refused(FileRefusal.PDF_TOO_LARGE, name);
            }
            try (var document = open(file)) {
                if (document.isEncrypted()) {
                    return Examination.refused(FileRefusal.PDF_LOCKED, name);
                }
                if (isActive(document)) {
                    return Examination.refused(FileRefusal.PDF_ACTIVE, name);
                }
                var pages = document.getNumberOfPages();
                if (pages < 1) {
                    return Examination.refused(FileRefusal.PDF_BROKEN, name);
                }
                document.getPage(0).getCropBox();
                return pages > MOST_PAGES
                        ? Examination.refused(FileRefusal.PDF_TOO_LARGE, name)
                        : Outcome.done(new Examined(FileType.PDF, pages, null, null));
            }
        } catch (InvalidPasswordException locked) {
            return Examination.refused(FileRefusal.PDF_LOCKED, name);
        } catch (TooMuch tooMuch) {
            return Examination.refused(FileRefusal.PDF_TOO_LARGE, name);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Examination.refused(FileRefusal.PDF_BROKEN, name);
        }
    }

    /** A page as an image that fits a window; the first is 0. */
    static byte[] page(Path file, int page) throws IOException {
        try (var document = open(file)) {
            var box = document.getPage(page).getCropBox();
            var longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            var scale = Math.min(DOTS, Images.SHOWN / longest);
            var renderer = new Careful(document, Clocked.from(LONGEST));
            renderer.setSubsamplingAllowed(true);
            var out = new ByteArrayOutputStream(128 * 1024);
            write(renderer.renderImage(page, scale, ImageType.RGB, RenderDestination.VIEW), out);
            return out.toByteArray();
        } catch (RuntimeException | StackOverflowError broken) {
            throw new IOException("the page cannot be drawn", broken);
        }
    }

    private static void write(BufferedImage image, ByteArrayOutputStream out) throws IOException {
        try (var to = new javax.imageio.stream.MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", to);
        }
    }

    private static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
    }

    /** Whether anything in the document acts by itself: a script, a program to start, a form of scripts, a player. */
    private static boolean isActive(PDDocument document) {
        var all = document.getDocument();
        var keys = all.getXrefTable().keySet();
        if (keys.size() > MOST_OBJECTS) {
            throw new TooMuch();
        }
        var clock = Clocked.from(LONGEST);
        for (var key : List.copyOf(keys)) {
            clock.check();
            if (isActive(all.getObjectFromPool(key).getObject(), 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isActive(@Nullable COSBase thing, int depth) {
        if (depth > DEEPEST) {
            throw new TooMuch();
        }
        return switch (thing) {
            case COSDictionary dictionary -> {
                var filter = dictionary.getDictionaryObject(COSName.FILTER);
                // An old compression that grows as a bomb does and cannot be measured from outside.
                if (LZW.equals(filter) || (filter instanceof COSArray several && several.indexOf(LZW) >= 0)) {
                    throw new TooMuch();
                }
                if (dictionary.containsKey(JS)
                        || dictionary.containsKey(XFA)
                        || ACTIVE.stream().anyMatch(dictionary::containsKey)
                        || isActive(dictionary.getCOSName(COSName.S))
                        || isActive(dictionary.getCOSName(COSName.SUBTYPE))) {
                    yield true;
                }
                yield dictionary.getValues().stream().anyMatch(value -> isActive(direct(value), depth + 1));
            }
            case COSArray array -> {
                for (var value : array) {
                    if (isActive(direct(value), depth + 1)) {
                        yield true;
                    }
                }
                yield false;
            }
            case null, default -> false;
        };
    }

    private static boolean isActive(@Nullable COSName name) {
        return name != null && ACTIVE.contains(name);
    }

    /** What is only pointed at has a turn of its own. */
    private static @Nullable COSBase direct(@Nullable COSBase value) {
        return value instanceof COSObject ? null : value;
    }

    /** When the time is over. */
    private record Clocked(long until) {

        static Clocked from(Duration longest) {
            return new Clocked(System.nanoTime() + longest.toNanos());
        }

        void check() {
            if (System.nanoTime() - until > 0) {
                throw new TooMuch();
            }
        }
    }

    /** Draws until the time is over, and no image larger than any page. */
    private static final class Careful extends PDFRenderer {

        private final Clocked clock;

        Careful(PDDocument document, Clocked clock) {
            super(document);
            this.clock = clock;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    clock.check();
                    super.processOperator(operator, operands);
                }

                @Override
                public void drawImage(PDImage image) throws IOException {
                    if ((long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
                        throw new TooMuch();
                    }
                    super.drawImage(image);
                }
            };
        }
    }
}
