package lv.vmis.register.edge;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own: at once while more is to be done, and after a failure too. */
public final class Repeating {

    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final String name;
    private final Callable<Boolean> step;
    private volatile boolean running;
    private @Nullable Thread worker;

    /** @param step does some of it; true when more is to be done at once */
    public Repeating(String name, Callable<Boolean> step) {
        this.name = name;
        this.step = step;
    }

    public void start() {
        running = true;
        worker = Thread.ofPlatform().name(name).daemon(true).start(this::work);
    }

    public void stop() {
        running = false;
        var thread = worker;
        if (thread != null) {
            thread.interrupt();
        }
    }

    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                if (!step.call()) {
                    Thread.sleep(BETWEEN_LOOKS);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (NotReady early) {
                pause(BETWEEN_LOOKS);
            } catch (Exception | OutOfMemoryError failure) {
                if (running) {
                    LOG.warn("The work of {} failed; it goes on where it was", name, failure);
                    pause(AFTER_FAILURE);
                }
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
