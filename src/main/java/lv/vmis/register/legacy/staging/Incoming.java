package lv.vmis.register.legacy.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files that were put and are not staged yet: in a folder only this process's account may read. A file stays there until its rows are in
 * the database, or until it is taken out.
 */
@Component
class Incoming {

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Path folder;
    private final Clock clock;

    Incoming(@Value("${register.legacy.folder}") Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What came. */
    record Arrived(UUID id, long size, String sha256) {}

    /** Writes what comes to the disk, some at a time. */
    Arrived take(UUID id, InputStream content) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        var digest = sha256();
        try (content;
                var out = new DigestOutputStream(Files.newOutputStream(path(id)), digest)) {
            var size = content.transferTo(out);
            return new Arrived(id, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException failure) {
            forget(id);
            throw failure;
        }
    }

    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    boolean has(UUID id) {
        return Files.exists(path(id));
    }

    void forget(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Those that lie here for longer than any upload takes. */
    List<UUID> old() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var before = clock.instant().minus(FORGOTTEN);
        try (var files = Files.list(folder)) {
            return files.filter(file -> modified(file).isBefore(before))
                    .map(file -> UUID.fromString(file.getFileName().toString()))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static java.time.Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return java.time.Instant.MAX;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
