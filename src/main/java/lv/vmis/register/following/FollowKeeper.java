package lv.vmis.register.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import lv.vmis.register.edge.Repeating;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.person.IndexRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells followers what has happened: of whomever an act of the journal is about, in its order, and each day of everybody who is followed, so
 * that a ban that ends by itself is told too. What it does it can do again without harm.
 */
@Component
class FollowKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FollowKeeper.class);

    private static final int AT_ONCE = 100;

    private final FollowProgress progress;
    private final IndexRows rows;
    private final TellFollower tell;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Repeating work = new Repeating("followers", this::lookAfter);

    FollowKeeper(
            FollowProgress progress,
            IndexRows rows,
            TellFollower tell,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.progress = progress;
        this.rows = rows;
        this.tell = tell;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.stop();
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    /** Some of it; true when more may wait. */
    boolean lookAfter() throws Exception {
        return follow() | sweep();
    }

    private boolean follow() throws Exception {
        var place = reading(() -> progress.find().orElseGet(() -> {
            var horizon = rows.horizon();
            progress.keep(horizon);
            return horizon;
        }));
        var changes = reading(() -> rows.after(place, AT_ONCE));
        if (changes.isEmpty()) {
            return false;
        }
        var persons = new LinkedHashSet<UUID>();
        changes.forEach(change -> persons.addAll(change.persons()));
        each(reading(() -> progress.followersOf(persons)));
        reading(() -> {
            progress.keep(changes.getLast().place());
            return true;
        });
        return true;
    }

    private boolean sweep() throws Exception {
        var waiting = reading(() -> progress.notSeenOn(LocalDate.now(clock), AT_ONCE));
        return !waiting.isEmpty() && each(waiting);
    }

    /** False when one could not be told: it does not hold up the others, and is looked at again. */
    private boolean each(List<UUID> followed) throws Exception {
        var isDone = true;
        for (var one : followed) {
            try {
                var actor = actor();
                Acting.as(actor, () -> tell.run(one, actor));
            } catch (Exception failure) {
                LOG.warn("A follower could not be told; it is tried again", failure);
                reading(() -> {
                    progress.again(one);
                    return true;
                });
                isDone = false;
            }
        }
        return isDone;
    }

    private <T> T reading(Callable<T> work) throws Exception {
        return Acting.as(
                actor(),
                () -> Objects.requireNonNull(transaction.execute(_ -> {
                    try {
                        return work.call();
                    } catch (RuntimeException failure) {
                        throw failure;
                    } catch (Exception impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })));
    }

    private static Actor actor() {
        return new Actor(new UUID(0, 4), "–", null, "–", "–", null, null, null, Ids.next());
    }
}
