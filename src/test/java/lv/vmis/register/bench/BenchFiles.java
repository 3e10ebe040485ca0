package lv.vmis.register.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The data files that lie beside the bench. */
final class BenchFiles {

    private BenchFiles() {}

    static List<String> lines(String name) {
        try (var stream = BenchFiles.class.getResourceAsStream("/bench/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no file bench/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
