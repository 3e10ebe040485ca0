package lv.vmis.register.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lv.vmis.register.kernel.Outcome;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Looks through a ZIP container (DOCX, ODT, ASiC-E) nobody vouches for: what it holds, and what that would grow to. */
final class Containers {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 300L << 20;
    private static final long SMALL = 1L << 20;
    private static final int MOST_TIMES = 200;

    /** A signed container holds a document, which may hold a table with its chart. */
    private static final int DEEPEST = 2;

    private static final List<String> PROGRAMS = List.of(
            ".exe", ".dll", ".com", ".bat", ".cmd", ".scr", ".ps1", ".vbs", ".js", ".jar", ".msi", ".lnk", ".hta",
            ".sh", ".docm", ".xlsm", ".pptm", ".html", ".htm", ".svg");

    private static final int MIMETYPE = 100;

    private Containers() {}

    /** Why a container is refused while it is being looked through. */
    private static final class Refused extends RuntimeException {
        private final FileRefusal code;

        Refused(FileRefusal code) {
            super(code.name(), null, false, false);
            this.code = code;
        }
    }

    static Outcome<Examined> examine(Path file, FileType type, String name) {
        try {
            if (heads(file) > MOST_ENTRIES) {
                return Examination.refused(FileRefusal.CONTAINER_TOO_LARGE, name);
            }
            try (var zip = ZipFile.builder().setPath(file).get()) {
                return new Look().through(zip).contains(type)
                        ? Outcome.done(Examined.of(type))
                        : Examination.refused(FileRefusal.TYPE_DIFFERS, name, type.extension());
            }
        } catch (Refused refused) {
            return Examination.refused(refused.code, name);
        } catch (IOException | RuntimeException broken) {
            return Examination.refused(FileRefusal.CONTAINER_BROKEN, name);
        }
    }

    /** How many entries the directory can have, counted before a library makes an object of each. */
    private static int heads(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            var count = 0;
            for (var at = 0; at + 4 <= bytes.limit(); at++) {
                if (bytes.get(at) == 'P'
                        && bytes.get(at + 1) == 'K'
                        && bytes.get(at + 2) == 1
                        && bytes.get(at + 3) == 2) {
                    count++;
                }
            }
            return count;
        }
    }

    /** One look through a container and what lies in it; all of it shares one measure. */
    private static final class Look {

        private final Set<String> names = new HashSet<>();
        private String mimetype = "";
        private long bytes;
        private int entries;

        Look through(ZipFile zip) throws IOException {
            for (var all = zip.getEntries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                checkName(entry.getName());
                names.add(entry.getName());
                if (entry.isUnixSymlink()) {
                    throw new Refused(FileRefusal.CONTAINER_ACTIVE);
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw new Refused(FileRefusal.CONTAINER_LOCKED);
                }
                if (!entry.isDirectory()) {
                    read(zip, entry);
                }
            }
            return this;
        }

        boolean contains(FileType type) {
            return switch (type) {
                case DOCX -> names.contains("[Content_Types].xml") && names.contains("word/document.xml");
                case ODT -> mimetype.equals(type.mediaType()) && names.contains("content.xml");
                case ASICE ->
                    mimetype.equals(type.mediaType())
                            && names.stream()
                                    .anyMatch(name -> name.startsWith("META-INF/")
                                            && name.contains("signatures")
                                            && name.endsWith(".xml"));
                case PDF, JPEG, PNG, TIFF -> false;
            };
        }

        private void read(ZipFile zip, ZipArchiveEntry entry) throws IOException {
            try (var content = new BufferedInputStream(zip.getInputStream(entry))) {
                if (entry.getName().equals("mimetype")) {
                    mimetype = new String(content.readNBytes(MIMETYPE), StandardCharsets.US_ASCII).strip();
                }
                measure(content, Math.max(1, entry.getCompressedSize()), 0);
            }
        }

        private void measure(InputStream content, long packed, int depth) throws IOException {
            content.mark(4);
            var start = content.readNBytes(4);
            content.reset();
            if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
                inner(content, depth + 1);
                return;
            }
            var own = 0L;
            var buffer = new byte[16 * 1024];
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                own += read;
                bytes += read;
                var isBomb = packed > 0 && own > SMALL && own / packed > MOST_TIMES;
                if (isBomb || bytes > MOST_BYTES) {
                    throw new Refused(FileRefusal.CONTAINER_TOO_LARGE);
                }
            }
        }

        private void inner(InputStream content, int depth) throws IOException {
            if (depth > DEEPEST) {
                throw new Refused(FileRefusal.CONTAINER_TOO_LARGE);
            }
            var zip = new ZipInputStream(content);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                checkName(entry.getName());
                if (!entry.isDirectory()) {
                    measure(new BufferedInputStream(zip), entry.getCompressedSize(), depth);
                }
            }
        }

        private void checkName(String name) {
            if (++entries > MOST_ENTRIES) {
                throw new Refused(FileRefusal.CONTAINER_TOO_LARGE);
            }
            var small = name.toLowerCase(Locale.ROOT);
            var leaves = small.startsWith("/")
                    || small.contains("\\")
                    || small.contains(":")
                    || List.of(small.split("/", -1)).contains("..");
            var acts = small.endsWith("vbaproject.bin")
                    || small.startsWith("basic/")
                    || small.startsWith("scripts/")
                    || small.contains("/activex/")
                    || PROGRAMS.stream().anyMatch(small::endsWith);
            if (leaves || acts) {
                throw new Refused(FileRefusal.CONTAINER_ACTIVE);
            }
        }
    }
}
