package lv.vmis.register.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.support.DecisionSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken in, and what is not. */
class ExaminationTest {

    private static final long MEGABYTE = 1L << 20;

    /** A file that is sent, and the refusal it meets; none when it is good. */
    private record Sent(String name, byte[] content, FileKind kind, String refusal) {
        Sent(String name, byte[] content, String refusal) {
            this(name, content, FileKind.CASE_DOCUMENT, refusal);
        }

        @Override
        public String toString() {
            return FileName.shown(name) + " " + content.length + (refusal.isEmpty() ? " is taken" : " is " + refusal);
        }
    }

    static Stream<Sent> good() {
        return Stream.of(
                new Sent("rīkojums.pdf", SomeFile.pdf(3), ""),
                new Sent("a.PDF", SomeFile.pdf(1), ""),
                new Sent("a.jpg", SomeFile.jpeg(400, 300), ""),
                new Sent("a.jpeg", SomeFile.lying(400, 300), ""),
                new Sent("a.png", SomeFile.image("png", 400, 300), ""),
                new Sent("a.tif", SomeFile.image("tiff", 400, 300), ""),
                new Sent("a.docx", SomeFile.zip(SomeFile.docx()), ""),
                new Sent("a.odt", SomeFile.zip(SomeFile.odt()), ""),
                new Sent("a.edoc", SomeFile.zip(SomeFile.edoc()), ""),
                new Sent("a.asice", SomeFile.zip(SomeFile.edoc()), ""),
                new Sent("C:\\Skenēts\\lapa 1.jpg", SomeFile.jpeg(400, 300), ""),
                new Sent("../../etc/lapa.jpg", SomeFile.jpeg(400, 300), ""),
                new Sent("گذر\u200Cنامه.jpg", SomeFile.jpeg(400, 300), ""),
                new Sent("seja.jpg", SomeFile.jpeg(400, 500), FileKind.PHOTO, ""));
    }

    static Stream<Sent> bad() {
        var pdf = SomeFile.pdf(2);
        var jpeg = SomeFile.jpeg(600, 600);
        var png = SomeFile.image("png", 600, 600);
        var tiff = SomeFile.image("tiff", 300, 300);
        var docx = SomeFile.zip(SomeFile.docx());
        return Stream.of(
                new Sent("a.exe", pdf, "TYPE_UNKNOWN"),
                new Sent("a.svg", SomeFile.text("<svg/>"), "TYPE_UNKNOWN"),
                new Sent("bez paplašinājuma", pdf, "TYPE_UNKNOWN"),
                new Sent("a.jpg", pdf, "TYPE_DIFFERS"),
                new Sent("a.pdf", jpeg, "TYPE_DIFFERS"),
                new Sent("a.png", jpeg, "TYPE_DIFFERS"),
                new Sent("a.pdf", SomeFile.text("<html><script>x()</script>"), "TYPE_DIFFERS"),
                new Sent("a.docx", SomeFile.zip(SomeFile.odt()), "TYPE_DIFFERS"),
                new Sent("a.odt", docx, "TYPE_DIFFERS"),
                new Sent("a.edoc", docx, "TYPE_DIFFERS"),
                new Sent("gpj\u202Efdp.pdf", pdf, "NAME_UNREADABLE"),
                new Sent("a\u0000.pdf", pdf, "NAME_UNREADABLE"),
                new Sent("a\u0007b.pdf", pdf, "NAME_UNREADABLE"),
                new Sent("...", pdf, "NAME_UNREADABLE"),
                new Sent("a".repeat(10 << 20) + ".pdf", pdf, "NAME_TOO_LONG"),
                new Sent("a.jpg", SomeFile.join(jpeg, docx), "TWO_IN_ONE"),
                new Sent("a.pdf", SomeFile.join(pdf, docx), "TWO_IN_ONE"),
                new Sent(
                        "a.jpg", SomeFile.join(Arrays.copyOf(jpeg, 20), SomeFile.text("%PDF-1.7"), jpeg), "TWO_IN_ONE"),
                new Sent("a.jpg", Arrays.copyOf(jpeg, jpeg.length / 2), "IMAGE_BROKEN"),
                new Sent("a.png", Arrays.copyOf(png, png.length / 2), "IMAGE_BROKEN"),
                new Sent("a.tif", Arrays.copyOf(tiff, tiff.length / 2), "IMAGE_BROKEN"),
                new Sent("a.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, "IMAGE_BROKEN"),
                new Sent("a.tif", loopingTiff(), "IMAGE_BROKEN"),
                new Sent("a.png", SomeFile.pngSaying(100_000, 100_000), "IMAGE_TOO_LARGE"),
                new Sent("a.png", SomeFile.pngSaying(19_000, 19_000), "IMAGE_TOO_LARGE"),
                new Sent("a.png", SomeFile.pngSaying(5_000, 5_000), "IMAGE_BROKEN"),
                new Sent("a.pdf", SomeFile.text("%PDF-1.7\nno more"), "PDF_BROKEN"),
                new Sent("a.pdf", SomeFile.lockedPdf("atslēga"), "PDF_LOCKED"),
                new Sent("a.pdf", SomeFile.lockedPdf(""), "PDF_LOCKED"),
                new Sent("a.pdf", SomeFile.scriptedPdf(), "PDF_ACTIVE"),
                new Sent("a.pdf", SomeFile.hiddenScriptPdf(), "PDF_ACTIVE"),
                new Sent("a.pdf", SomeFile.launchingPdf(), "PDF_ACTIVE"),
                new Sent("a.pdf", SomeFile.bombPdf(200, false), "PDF_TOO_LARGE"),
                new Sent("a.pdf", SomeFile.bombPdf(300, true), "PDF_TOO_LARGE"),
                new Sent("a.docx", Arrays.copyOf(docx, docx.length / 2), "CONTAINER_BROKEN"),
                new Sent("a.docx", SomeFile.join(Arrays.copyOf(docx, 60), new byte[200]), "CONTAINER_BROKEN"),
                new Sent("a.docx", with("word/media/a.bin", new byte[50 << 20]), "CONTAINER_TOO_LARGE"),
                new Sent("a.docx", with("x.zip", nested(4)), "CONTAINER_TOO_LARGE"),
                new Sent("a.docx", with("x.zip", nestedBomb()), "CONTAINER_TOO_LARGE"),
                new Sent("a.docx", many(3_000), "CONTAINER_TOO_LARGE"),
                new Sent("a.docx", with("word/vbaProject.bin", new byte[10]), "CONTAINER_ACTIVE"),
                new Sent("a.docx", with("../../evil.txt", new byte[10]), "CONTAINER_ACTIVE"),
                new Sent("a.docx", with("/evil.txt", new byte[10]), "CONTAINER_ACTIVE"),
                new Sent(
                        "a.odt",
                        SomeFile.zip(SomeFile.with(SomeFile.odt(), "Basic/x.xml", new byte[1])),
                        "CONTAINER_ACTIVE"),
                new Sent(
                        "a.edoc",
                        SomeFile.zip(SomeFile.with(SomeFile.edoc(), "a.exe", new byte[1])),
                        "CONTAINER_ACTIVE"),
                new Sent("a.docx", locked(docx), "CONTAINER_LOCKED"),
                new Sent("seja.pdf", pdf, FileKind.PHOTO, "PHOTO_TYPE"),
                new Sent("seja.jpg", SomeFile.jpeg(300, 300), FileKind.PHOTO, "PHOTO_SMALL"),
                new Sent("seja.jpg", SomeFile.jpeg(2000, 400), FileKind.PHOTO, "PHOTO_NARROW"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void a_good_file_is_taken(Sent sent) {
        assertThat(DecisionSamples.refusals(SomeFile.examined(sent.name(), sent.content(), sent.kind())))
                .isEmpty();
    }

    /** In time, and without room for what it would grow to. */
    @ParameterizedTest
    @MethodSource("bad")
    void a_bad_file_is_refused_by_name(Sent sent) {
        var begun = System.nanoTime();
        var outcome = SomeFile.examined(sent.name(), sent.content(), sent.kind());
        var millis = (System.nanoTime() - begun) / 1_000_000;

        assertThat(DecisionSamples.refusals(outcome)).containsExactly(sent.refusal());
        assertThat(millis).as("refused in time").isLessThan(5_000);
        if (outcome instanceof Refused<Examined>(var reasons)) {
            assertThat(reasons.getFirst().field()).isEqualTo(UploadForm.FILES);
            assertThat(reasons.getFirst().values().getFirst().toString())
                    .as("its name is told, and fit to be shown")
                    .hasSizeLessThan(70)
                    .doesNotContain("\u202E", "\u0000");
        }
    }

    @Test
    void what_a_bomb_would_grow_to_is_never_made() {
        var bean = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        var bombs = List.of(
                new Sent("a.pdf", SomeFile.bombPdf(300, false), ""),
                new Sent("a.docx", with("word/media/a.bin", new byte[100 << 20]), ""),
                new Sent("a.png", SomeFile.pngSaying(19_000, 19_000), ""));
        for (var bomb : bombs) {
            var before = bean.getCurrentThreadAllocatedBytes();
            SomeFile.examined(bomb.name(), bomb.content(), bomb.kind());
            assertThat(bean.getCurrentThreadAllocatedBytes() - before)
                    .as(bomb.name())
                    .isLessThan(16 * MEGABYTE);
        }
    }

    @Test
    void a_photo_is_as_it_is_seen_not_as_it_lies() {
        assertThat(SomeFile.examined("a.jpg", SomeFile.lying(600, 400), FileKind.PHOTO))
                .isEqualTo(Outcome.done(new Examined(FileType.JPEG, null, 400, 600)));
    }

    @Test
    void pages_are_counted() {
        if (SomeFile.examined("a.pdf", SomeFile.pdf(7), FileKind.OTHER) instanceof Done<Examined>(var found)) {
            assertThat(found.pages()).isEqualTo(7);
        } else {
            throw new AssertionError("a good document is refused");
        }
    }

    private static byte[] with(String name, byte[] content) {
        return SomeFile.zip(SomeFile.with(SomeFile.docx(), name, content));
    }

    private static byte[] many(int entries) {
        var all = SomeFile.docx();
        for (var i = 0; i < entries; i++) {
            all.put("word/a" + i, new byte[1]);
        }
        return SomeFile.zip(all);
    }

    private static byte[] nested(int depth) {
        var zip = SomeFile.zip(SomeFile.docx());
        for (var i = 0; i < depth; i++) {
            zip = SomeFile.zip(java.util.Map.of("x", zip));
        }
        return zip;
    }

    /** Ten archives in one, each of which grows to 50 MB. */
    private static byte[] nestedBomb() {
        var inner = new java.util.LinkedHashMap<String, byte[]>();
        var zip = SomeFile.zip(java.util.Map.of("x", new byte[50 << 20]));
        for (var i = 0; i < 10; i++) {
            inner.put("a" + i, zip);
        }
        return SomeFile.zip(inner);
    }

    /** The marks of a locked archive, in each of its heads. */
    private static byte[] locked(byte[] zip) {
        var out = zip.clone();
        for (var at = 0; at + 10 < out.length; at++) {
            if (out[at] == 'P' && out[at + 1] == 'K' && out[at + 2] == 3 && out[at + 3] == 4) {
                out[at + 6] |= 1;
            }
            if (out[at] == 'P' && out[at + 1] == 'K' && out[at + 2] == 1 && out[at + 3] == 2) {
                out[at + 8] |= 1;
            }
        }
        return out;
    }

    /** A TIFF whose next page is its first. */
    private static byte[] loopingTiff() {
        var head = new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8};
        var directory = new byte[] {0, 1, 1, 0, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0, 0, 0, 0, 8};
        return SomeFile.join(head, directory);
    }
}
