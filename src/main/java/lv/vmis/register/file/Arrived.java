package lv.vmis.register.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;

/** A content outside the database, for the moments in which it is examined or drawn: a file only this process may read. */
public record Arrived(Path path, long size, String sha256) implements AutoCloseable {

    public static Arrived of(InputStream content) throws IOException {
        var path = Files.createTempFile("register", ".file");
        var digest = Contents.sha256();
        try (content;
                OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            var size = content.transferTo(out);
            return new Arrived(path, size, Contents.hex(digest));
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
