package lv.vmis.register.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does in its own time. */
public final class Soon {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Soon() {}

    public static void soon(BooleanSupplier holds) {
        var until = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", SOON).isLessThan(until);
            try {
                Thread.sleep(25);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
