package lv.vmis.register.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives the application of a test run a data folder of its own and no generated people. Events are sent again soon, so that no test needs
 * an application of its own to see what becomes of those that are not taken.
 */
final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var target = Path.of("target").toAbsolutePath();
            Files.createDirectories(target);
            TestPropertyValues.of(
                            "register.db.data=" + Files.createTempDirectory(target, "test-data"),
                            "register.db.binaries=" + target.resolve("postgres"),
                            "register.people=0",
                            "register.env=demo",
                            "register.events.patience=1s",
                            "register.events.first-pause=20ms",
                            "register.events.longest-pause=80ms",
                            "register.events.attempts=6",
                            "server.port=0")
                    .applyTo(context);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
