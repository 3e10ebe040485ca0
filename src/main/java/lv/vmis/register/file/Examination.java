package lv.vmis.register.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Examines a content that came from outside: is it what its name says, whole, and without anything that acts or bursts? */
@Component
class Examination {

    /** So many at once: each may need the room of a large image. */
    private static final int AT_ONCE = 2;

    /** A face that is cut from less shows no features. */
    private static final int LEAST_SIDE = 320;

    private static final int MOST_TIMES = 3;
    private static final int START = 1024;

    /** The end of a ZIP archive with the longest remark. */
    private static final int END = 65_557;

    private final Semaphore room = new Semaphore(AT_ONCE);

    /** Does what needs room, when there is some. */
    <T> T inTurn(Callable<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            room.release();
        }
    }

    Outcome<Examined> of(Path file, FileName name, FileKind kind) {
        var shown = FileName.shown(name.text());
        var expected = FileType.named(name.extension());
        if (expected.isEmpty()) {
            return refused(FileRefusal.TYPE_UNKNOWN, shown, FileType.list());
        }
        var type = expected.get();
        if (kind == FileKind.PHOTO && type != FileType.JPEG && type != FileType.PNG) {
            return refused(FileRefusal.PHOTO_TYPE, shown);
        }
        return inTurn(() -> examined(file, type, shown)).then(found -> asPhoto(found, kind, shown));
    }

    private static Outcome<Examined> examined(Path file, FileType type, String name) throws IOException {
        var start = start(file);
        if (!starts(start, type)) {
            return refused(FileRefusal.TYPE_DIFFERS, name, type.extension());
        }
        if (isAlsoAnother(file, start, type)) {
            return refused(FileRefusal.TWO_IN_ONE, name);
        }
        return switch (type) {
            case PDF -> Pdfs.examine(file, name);
            case JPEG, PNG, TIFF -> Images.examine(file, type, name);
            case DOCX, ODT, ASICE -> Containers.examine(file, type, name);
        };
    }

    private static Outcome<Examined> asPhoto(Examined found, FileKind kind, String name) {
        if (kind != FileKind.PHOTO || found.width() == null || found.height() == null) {
            return Outcome.done(found);
        }
        var shorter = Math.min(found.width(), found.height());
        if (shorter < LEAST_SIDE) {
            return refused(FileRefusal.PHOTO_SMALL, name, LEAST_SIDE, found.width(), found.height());
        }
        return Math.max(found.width(), found.height()) > MOST_TIMES * shorter
                ? refused(FileRefusal.PHOTO_NARROW, name)
                : Outcome.done(found);
    }

    private static boolean starts(byte[] start, FileType type) {
        return switch (type) {
            case PDF -> begins(start, '%', 'P', 'D', 'F', '-');
            case JPEG -> begins(start, 0xFF, 0xD8, 0xFF);
            case PNG -> begins(start, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
            case TIFF -> begins(start, 'I', 'I', 42, 0) || begins(start, 'M', 'M', 0, 42);
            case DOCX, ODT, ASICE -> begins(start, 'P', 'K', 3, 4);
        };
    }

    /** A file that another program would take for something else than what was examined. */
    private static boolean isAlsoAnother(Path file, byte[] start, FileType type) throws IOException {
        var text = new String(start, StandardCharsets.ISO_8859_1);
        var isPdfToo = type != FileType.PDF && text.contains("%PDF-");
        var isZip = type == FileType.DOCX || type == FileType.ODT || type == FileType.ASICE;
        return isPdfToo || (!isZip && endsAsZip(file));
    }

    private static boolean endsAsZip(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var length = (int) Math.min(END, bytes.length());
            var end = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(end);
            for (var at = length - 22; at >= 0; at--) {
                if (end[at] == 'P' && end[at + 1] == 'K' && end[at + 2] == 5 && end[at + 3] == 6) {
                    var remark = (end[at + 20] & 0xFF) | (end[at + 21] & 0xFF) << 8;
                    if (at + 22 + remark == length) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(START);
        }
    }

    private static boolean begins(byte[] start, int... bytes) {
        return start.length >= bytes.length && Arrays.equals(start, 0, bytes.length, unsigned(bytes), 0, bytes.length);
    }

    private static byte[] unsigned(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** A refusal of one file of a form: its name comes first. */
    static <T> Outcome<T> refused(FileRefusal code, String name, Object... more) {
        var values = new ArrayList<Object>();
        values.add(name);
        values.addAll(Arrays.asList(more));
        return Outcome.refused(List.of(Refusal.at(UploadForm.FILES, code, values.toArray())));
    }
}
