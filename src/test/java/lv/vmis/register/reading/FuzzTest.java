package lv.vmis.register.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lv.vmis.register.reading.Fuzz.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The inputs that fuzzing starts from, and those it once found, are read without a fault and soon. */
class FuzzTest {

    private static final Path INPUTS = Path.of("src", "test", "resources", "fuzz");

    @ParameterizedTest
    @EnumSource
    void kept_inputs_are_read(Parser parser) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        Fuzz.fuzzerInitialize();
        var inputs = inputs(parser);

        assertThat(inputs).isNotEmpty();
        for (var input : inputs) {
            var text = Fuzz.text(Files.readAllBytes(input));
            var start = threads.getCurrentThreadCpuTime();
            assertThatCode(() -> parser.read(text)).as(input.toString()).doesNotThrowAnyException();
            assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
                    .isLessThan(Fuzz.LIMIT);
        }
    }

    @Test
    void characters_follow_a_leading_zero() {
        assertThat(Fuzz.text(new byte[] {0, (byte) 0xD8, 0, 0, 'a', 1})).isEqualTo("\ud800a");
        assertThat(Fuzz.text(new byte[] {'a'})).isEqualTo("a");
    }

    private static List<Path> inputs(Parser parser) throws IOException {
        try (var files = Files.list(INPUTS.resolve(parser.folder()))) {
            return files.sorted().toList();
        }
    }
}
