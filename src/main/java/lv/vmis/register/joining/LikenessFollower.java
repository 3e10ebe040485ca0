package lv.vmis.register.joining;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.NotReady;
import lv.vmis.register.joining.LikenessProgress.Progress;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.person.IndexRows;
import lv.vmis.register.person.LikelyPersons;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for likely duplicates: first every person is compared with all others, then whoever an act of the journal is about, in
 * its order. What was found and how far it got are one transaction, so nothing is left out or done twice; of several
 * processes one does it at a time.
 */
@Component
class LikenessFollower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LikenessFollower.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /** So that nobody waits long for what a transaction holds. */
    private static final int PERSONS_AT_ONCE = 20;

    private static final int ENTRIES_AT_ONCE = 50;

    private final LikenessProgress progress;
    private final Likenesses likenesses;
    private final LikelyPersons likely;
    private final IndexRows rows;
    private final TransactionTemplate transaction;
    private volatile boolean running;
    private @Nullable Thread follower;

    LikenessFollower(
            LikenessProgress progress,
            Likenesses likenesses,
            LikelyPersons likely,
            IndexRows rows,
            PlatformTransactionManager transactions) {
        this.progress = progress;
        this.likenesses = likenesses;
        this.likely = likely;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        running = true;
        follower = Thread.ofPlatform().name("likenesses").daemon(true).start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        var thread = follower;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        while (running) {
            try {
                var isMore = Acting.as(
                        new Actor(new UUID(0, 2), "", null, "", "", null, null, null, Ids.next()),
                        () -> Objects.requireNonNull(transaction.execute(_ -> step())));
                if (!isMore) {
                    Thread.sleep(BETWEEN_LOOKS);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (NotReady early) {
                pause(BETWEEN_LOOKS);
            } catch (Exception failure) {
                if (running) {
                    LOG.warn("Likely duplicates could not be looked for; it goes on where it was", failure);
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

    /** One transaction's worth; true when more is to be done at once. */
    private boolean step() {
        if (!progress.isMine()) {
            return false;
        }
        var rule = likenesses.rule();
        var known = progress.find().filter(found -> found.weights().equals(rule));
        if (known.isEmpty()) {
            progress.keep(new Progress(rule, rows.horizon(), 0L));
            return true;
        }
        var sweptTo = known.get().sweptTo();
        return sweptTo == null ? changed(known.get()) : swept(known.get(), sweptTo);
    }

    private boolean swept(Progress known, long sweptTo) {
        var next = progress.next(sweptTo, PERSONS_AT_ONCE);
        next.forEach(numbered -> likenesses.match(numbered.person()));
        progress.keep(new Progress(
                known.weights(),
                known.place(),
                next.isEmpty() ? null : next.getLast().number()));
        return true;
    }

    private boolean changed(Progress known) {
        var reached = likely.reached();
        var changes = rows.after(known.place(), ENTRIES_AT_ONCE).stream()
                // What the index does not know yet would be compared as it was.
                .takeWhile(change -> change.place().compareTo(reached) <= 0)
                .toList();
        if (changes.isEmpty()) {
            return false;
        }
        var records = new LinkedHashSet<UUID>();
        changes.forEach(change -> records.addAll(change.persons()));
        likenesses.removeJoined(records);
        progress.heads(records).forEach(likenesses::match);
        progress.keep(new Progress(known.weights(), changes.getLast().place(), null));
        return true;
    }
}
