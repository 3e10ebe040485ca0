package lv.vmis.register.person;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lv.vmis.register.edge.NotReady;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.matching.LiveIndex;
import lv.vmis.register.matching.PersonIndex;
import lv.vmis.register.matching.Weights;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the index of persons true: built from the database at the start, then changed by every act of this process before
 * its official is answered, and by every act of another process in the order of the journal.
 *
 * <p>The order of the journal is the truth: the place reached is kept, and what came after it is read several times a
 * second, so nothing is lost when a process was away, and an act seen twice does no harm.
 */
@Component
class LivePersons implements SmartLifecycle, Committing {

    private static final Logger LOG = LoggerFactory.getLogger(LivePersons.class);

    /** So soon an act of another process is known here. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** Who asks during a start waits so long before he is told to ask again. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int ENTRIES_AT_ONCE = 500;

    private final IndexRows rows;
    private final TransactionTemplate reading;
    private final CountDownLatch built = new CountDownLatch(1);
    private volatile @Nullable LiveIndex live;
    private volatile boolean running;
    private volatile int read;
    private volatile int toRead;
    private volatile IndexRows.Place reached = IndexRows.Place.before(0);
    /** Persons whom acts of this process have changed since the journal was looked at: they are read once more. */
    private final Set<UUID> again = ConcurrentHashMap.newKeySet();

    /** Held while rows that were read are put into the index, so that none are older than what an official put there. */
    private final Object applying = new Object();

    private @Nullable Thread follower;
    private @Nullable Thread settler;

    LivePersons(IndexRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * The index as it is now.
     *
     * @throws NotReady if the start takes longer than somebody should wait
     */
    PersonIndex now() {
        var index = live;
        if (index == null) {
            try {
                built.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            index = live;
        }
        if (index == null) {
            throw new NotReady(read, toRead);
        }
        return index.now();
    }

    /** Whether the index is built, so that nobody waits for it. */
    boolean isBuilt() {
        return live != null;
    }

    /** The index knows every act up to this place in the order of the journal. */
    IndexRows.Place reached() {
        return reached;
    }

    @Override
    public Runnable changed(Collection<PersonId> persons) {
        var index = live;
        if (index == null) {
            // The act is after the place from which the journal will be read.
            return () -> {};
        }
        var values = IndexRows.values(persons);
        var identities = rows.of(values);
        return () -> {
            synchronized (applying) {
                index.change(identities);
            }
            // Whoever changed another record of the same person meanwhile did not see this act, nor this one his.
            again.addAll(values);
        };
    }

    @Override
    public void start() {
        running = true;
        follower = Thread.ofPlatform().name("live-persons").daemon(true).start(this::buildAndFollow);
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

    private void buildAndFollow() {
        IndexRows.@Nullable Place place = null;
        while (running) {
            try {
                place = place == null ? as(this::build) : as(follow(place));
                reached = place;
                settleWhenDue();
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception | OutOfMemoryError failure) {
                LOG.warn("The index of persons could not follow the journal; it goes on where it was", failure);
                pause();
            }
        }
    }

    /** Beside, because it takes long: acts of other processes are known within a second meanwhile too. */
    private void settleWhenDue() {
        var index = Objects.requireNonNull(live);
        if (index.isDue() && (settler == null || !settler.isAlive())) {
            settler = Thread.ofPlatform()
                    .name("live-persons-settling")
                    .daemon(true)
                    .start(index::settle);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private IndexRows.Place build() {
        long begun = System.nanoTime();
        var place = rows.horizon();
        toRead = rows.count();
        read = 0;
        var builder = new PersonIndex.Builder();
        rows.each(builder::add, () -> read++);
        var index = builder.done(Weights.current());
        live = new LiveIndex(index);
        built.countDown();
        LOG.info("Index of persons: {} rows in {} ms", index.rows(), (System.nanoTime() - begun) / 1_000_000);
        return place;
    }

    private Callable<IndexRows.Place> follow(IndexRows.Place from) {
        return () -> {
            var place = from;
            var changed = Set.copyOf(again);
            again.removeAll(changed);
            try {
                readAgain(changed);
            } catch (RuntimeException | OutOfMemoryError failure) {
                again.addAll(changed);
                throw failure;
            }
            var changes = rows.after(place, ENTRIES_AT_ONCE);
            while (!changes.isEmpty()) {
                var persons = new HashSet<UUID>();
                changes.forEach(change -> persons.addAll(change.persons()));
                readAgain(persons);
                place = changes.getLast().place();
                changes = rows.after(place, ENTRIES_AT_ONCE);
            }
            return place;
        };
    }

    private void readAgain(Set<UUID> persons) {
        if (!persons.isEmpty()) {
            synchronized (applying) {
                Objects.requireNonNull(live).change(rows.of(persons));
            }
        }
    }

    private IndexRows.Place as(Callable<IndexRows.Place> work) throws Exception {
        return Acting.as(
                new Actor(new UUID(0, 1), "", null, "", "", null, null, null, Ids.next()),
                () -> Objects.requireNonNull(reading.execute(_ -> {
                    try {
                        return work.call();
                    } catch (RuntimeException failure) {
                        throw failure;
                    } catch (Exception impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })));
    }
}
