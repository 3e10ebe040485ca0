package lv.vmis.register.sis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.IndexRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after the alerts: of whomever an act of the journal is about, in its order, and now and then of everybody whose alert is not as it
 * ought to be by the day, so that a term that ends or a person left out is noticed. What it does it can do again without harm.
 */
@Component
class AlertKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertKeeper.class);

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    private static final int ENTRIES_AT_ONCE = 50;

    private static final int PERSONS_AT_ONCE = 100;

    private final AlertProgress progress;
    private final IndexRows rows;
    private final KeepAlert keep;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private Instant nextSweep = Instant.MIN;
    private final Repeating work = new Repeating("alerts", this::lookAfter);

    AlertKeeper(
            AlertProgress progress,
            IndexRows rows,
            KeepAlert keep,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.progress = progress;
        this.rows = rows;
        this.keep = keep;
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

    private boolean lookAfter() throws Exception {
        if (clock.instant().isAfter(nextSweep)) {
            sweep();
            nextSweep = clock.instant().plus(BETWEEN_SWEEPS);
        }
        return step();
    }

    /** Some entries of the journal; true when more may wait. */
    private boolean step() throws Exception {
        var place = reading(() -> progress.find().orElseGet(() -> {
            var horizon = rows.horizon();
            progress.keep(horizon);
            return horizon;
        }));
        var changes = reading(() -> rows.after(place, ENTRIES_AT_ONCE));
        if (changes.isEmpty()) {
            return false;
        }
        var records = new LinkedHashSet<UUID>();
        changes.forEach(change -> records.addAll(change.persons()));
        each(reading(() -> progress.heads(records)));
        reading(() -> {
            progress.keep(changes.getLast().place());
            return true;
        });
        return true;
    }

    /** Everybody whose alert is not as it ought to be. */
    private void sweep() throws Exception {
        var day = LocalDate.now(clock);
        var after = new UUID(0, 0);
        while (work.isRunning()) {
            var from = after;
            var differing = reading(() -> progress.differing(day, from, PERSONS_AT_ONCE));
            if (differing.isEmpty()) {
                return;
            }
            each(differing);
            after = differing.getLast().value();
        }
    }

    /** One whose alert cannot be kept does not hold up the others: he stands in the list of what differs, and comes again. */
    private void each(List<PersonId> persons) {
        for (var person : persons) {
            try {
                var actor = actor();
                Acting.as(actor, () -> keep.run(person, actor));
            } catch (Exception failure) {
                LOG.warn("The alert of a person could not be kept; it is tried again", failure);
            }
        }
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
        return new Actor(new UUID(0, 3), "–", null, "–", "–", null, null, null, Ids.next());
    }
}
