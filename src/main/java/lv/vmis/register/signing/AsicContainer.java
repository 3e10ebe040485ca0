package lv.vmis.register.signing;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lv.vmis.register.kernel.Outcome;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A signed container, read strictly: every program must see the same entries in it, its type comes first and unpacked, and
 * it holds one document.
 *
 * @param name of the document in the container
 */
record AsicContainer(String name, byte[] document) {

    private static final String TYPE = "mimetype";
    private static final String SIGNATURES = "META-INF/";
    private static final int MOST_ENTRIES = 100;
    private static final int MOST_BYTES = 32 << 20;

    /** One entry, as the beginning of the archive and as its directory tells it. */
    private record Part(String name, boolean isStored, long size, long crc) {}

    private record Content(Part part, byte[] bytes) {}

    /** More than any signed decision needs. */
    private static final class TooMuch extends IOException {}

    static Outcome<AsicContainer> read(byte[] archive) {
        try {
            var contents = contents(archive);
            if (!directory(archive).equals(contents.stream().map(Content::part).toList()) || !areNamedOnce(contents)) {
                return refused(SigningRefusal.CONTAINER_AMBIGUOUS);
            }
            if (!beginsWithType(contents)) {
                return refused(SigningRefusal.CONTAINER_BROKEN);
            }
            var documents = contents.stream()
                    .filter(content -> !content.part().name().equals(TYPE)
                            && !content.part().name().startsWith(SIGNATURES))
                    .toList();
            return switch (documents.size()) {
                case 0 -> refused(SigningRefusal.NO_DOCUMENT);
                case 1 ->
                    done(new AsicContainer(
                            documents.getFirst().part().name(),
                            documents.getFirst().bytes()));
                default -> refused(SigningRefusal.SEVERAL_DOCUMENTS, documents.size());
            };
        } catch (TooMuch tooMuch) {
            return refused(SigningRefusal.CONTAINER_TOO_LARGE);
        } catch (IOException | RuntimeException broken) {
            return refused(SigningRefusal.CONTAINER_BROKEN);
        }
    }

    private static List<Content> contents(byte[] archive) throws IOException {
        var all = new ArrayList<Content>();
        var left = MOST_BYTES;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0 || all.size() == MOST_ENTRIES) {
                    throw new TooMuch();
                }
                var crc = new CRC32();
                crc.update(bytes);
                all.add(new Content(
                        new Part(entry.getName(), entry.getMethod() == ZipEntry.STORED, bytes.length, crc.getValue()),
                        bytes));
            }
        }
        return all;
    }

    private static List<Part> directory(byte[] archive) throws IOException {
        var all = new ArrayList<Part>();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                .get()) {
            for (var entries = zip.getEntriesInPhysicalOrder(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                all.add(new Part(
                        entry.getName(), entry.getMethod() == ZipEntry.STORED, entry.getSize(), entry.getCrc()));
            }
        }
        return all;
    }

    private static boolean areNamedOnce(List<Content> contents) {
        Set<String> names = new HashSet<>();
        return contents.stream().allMatch(content -> names.add(content.part().name()));
    }

    private static boolean beginsWithType(List<Content> contents) {
        var first = contents.getFirst();
        return first.part().name().equals(TYPE)
                && first.part().isStored()
                && new String(first.bytes(), StandardCharsets.US_ASCII)
                        .equals(SignatureFormat.ASICE.type().mediaType());
    }
}
