package lv.vmis.register.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares what the system is with what a reviewer has approved, kept as a text file beside the tests. */
public final class Approved {

    private static final Path FOLDER = Path.of("src", "test", "resources");

    private Approved() {}

    /** Fails with the lines that differ; {@code -Dapprove} writes the file anew, so that the change shows in review. */
    public static void compare(String name, List<String> actual) {
        assertThat(actual).as("nothing was found to compare with %s", name).isNotEmpty();
        var file = FOLDER.resolve(name);
        try {
            if (System.getProperty("approve") != null && !"true".equals(System.getenv("CI"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, String.join("\n", actual) + "\n");
                return;
            }
            var approved = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            if (!approved.equals(actual)) {
                fail(
                        "%s differs (- approved, + now). If the change is meant: ./register test -Dapprove, and let the"
                                + " reviewer see the file.%n%s",
                        file, String.join("\n", difference(approved, actual)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> difference(List<String> approved, List<String> actual) {
        var lines = new ArrayList<String>();
        approved.stream().filter(line -> !actual.contains(line)).forEach(line -> lines.add("- " + line));
        actual.stream().filter(line -> !approved.contains(line)).forEach(line -> lines.add("+ " + line));
        return lines.isEmpty() ? List.of("(the same lines in another order)") : lines;
    }
}
