package lv.vmis.register.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that is gone with what is in it when it is closed. */
record PassingFolder(Path path) implements AutoCloseable {

    static PassingFolder make() throws IOException {
        return new PassingFolder(Files.createTempDirectory("bench"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
