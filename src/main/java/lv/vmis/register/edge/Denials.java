package lv.vmis.register.edge;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps in the journal each call of a system that was turned away. Of a flood it keeps the first calls of each minute one by
 * one, and of the rest how many they were: otherwise anybody could fill the journal, which nobody can empty.
 */
@Component
class Denials {

    /** One a second: more than any system sends by mistake, and a flood of a day then adds some 90 000 entries at most. */
    static final int ONE_BY_ONE = 60;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<Kind, Window> windows = new HashMap<>();

    Denials(Journal journal, Clock clock, PlatformTransactionManager transactions) {
        this.journal = journal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Kind(UUID account, String operation) {}

    /** The calls of one caller that were turned away for one reason, within a minute. */
    private record Window(Actor by, String operation, Instant from, int calls) {

        boolean isOver(Instant now) {
            return !now.isBefore(from.plus(WINDOW));
        }

        Window andOne() {
            return new Window(by, operation, from, calls + 1);
        }
    }

    void record(Actor by, String operation) {
        if (count(by, operation) <= ONE_BY_ONE) {
            write(by, Entry.access(operation, false));
        }
    }

    /** The how-manieth call of its window it is. */
    private int count(Actor by, String operation) {
        var now = clock.instant();
        var kind = new Kind(by.account(), operation);
        Window before;
        synchronized (windows) {
            before = windows.get(kind);
            if (before != null && !before.isOver(now)) {
                var after = before.andOne();
                windows.put(kind, after);
                return after.calls();
            }
            windows.put(kind, new Window(by, operation, now, 1));
        }
        if (before != null) {
            writeRest(before);
        }
        return 1;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void writeWhatEnded() {
        var now = clock.instant();
        take(window -> window.isOver(now)).forEach(this::writeRest);
    }

    @PreDestroy
    void writeAll() {
        take(_ -> true).forEach(this::writeRest);
    }

    private List<Window> take(java.util.function.Predicate<Window> which) {
        synchronized (windows) {
            var taken = new ArrayList<>(windows.values().stream().filter(which).toList());
            windows.values().removeIf(which);
            return taken;
        }
    }

    private void writeRest(Window window) {
        var rest = window.calls() - ONE_BY_ONE;
        if (rest > 0) {
            write(
                    window.by(),
                    Entry.access(window.operation(), false)
                            .with(Map.of("more", rest, "since", window.from().toString())));
        }
    }

    private void write(Actor by, Entry entry) {
        try {
            Acting.as(by, () -> transaction.execute(_ -> journal.record(by, entry)));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Somebody who called with no key the register knows. */
    static Actor nobody(@Nullable String address) {
        return new Actor(new UUID(0, 0), "–", null, "–", "–", null, null, address, Ids.next());
    }
}
