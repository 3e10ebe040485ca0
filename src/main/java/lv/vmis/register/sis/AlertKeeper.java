package lv.vmis.register.sis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.Repeating;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.JournalFollower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks after the alerts: of whomever an act of the journal is about, in its order, and now and then of everybody whose alert is not as it
 * ought to be by the day, so that a term that ends or a person left out is noticed. What it does it can do again without harm.
 */
@Component
class AlertKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertKeeper.class);

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    /** To find out who differs takes as long for one as for many. */
    private static final int PERSONS_AT_ONCE = 5_000;

    private final DifferingAlerts differing;
    private final JournalFollower journal;
    private final KeepAlert keep;
    private final Clock clock;
    private Instant nextSweep = Instant.MIN;
    private final Repeating work = new Repeating("alerts", this::lookAfter);

    AlertKeeper(DifferingAlerts differing, JournalFollower journal, KeepAlert keep, Clock clock) {
        this.differing = differing;
        this.journal = journal;
        this.keep = keep;
        this.clock = clock;
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
            // A sweep that fails waits for its next turn, and holds up nothing that the journal tells.
            nextSweep = clock.instant().plus(BETWEEN_SWEEPS);
            sweep();
        }
        return journal.step("alerts", records -> each(journal.reading(() -> differing.heads(records))));
    }

    /** Everybody whose alert is not as it ought to be. */
    private void sweep() throws Exception {
        var day = LocalDate.now(clock);
        var after = new UUID(0, 0);
        while (work.isRunning()) {
            var from = after;
            var some = journal.reading(() -> differing.after(from, day, PERSONS_AT_ONCE));
            if (some.isEmpty()) {
                return;
            }
            each(some);
            after = some.getLast().value();
        }
    }

    /** One whose alert cannot be kept does not hold up the others: he stands in the list of what differs, and comes again. */
    private void each(List<PersonId> persons) {
        for (var person : persons) {
            try {
                var actor = JournalFollower.itself();
                Acting.as(actor, () -> keep.run(person, actor));
            } catch (Exception failure) {
                LOG.warn("The alert of a person could not be kept; it is tried again", failure);
            }
        }
    }
}
