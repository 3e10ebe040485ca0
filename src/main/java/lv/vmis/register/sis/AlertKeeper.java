package lv.vmis.register.sis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import lv.vmis.register.edge.Repeating;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.JournalFollower;
import org.jspecify.annotations.Nullable;
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

    /** So many of a sweep are looked after before the journal has its turn. */
    private static final int BETWEEN_TURNS = 100;

    private final DifferingAlerts differing;
    private final JournalFollower journal;
    private final KeepAlert keep;
    private final Clock clock;
    private final Queue<PersonId> waiting = new ArrayDeque<>();
    private @Nullable AlertSweep sweep;
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
        var sweeps = sweepOn();
        var follows = journal.step("alerts", records -> each(journal.reading(() -> differing.heads(records))));
        return sweeps || follows;
    }

    /** Some of a look at everybody; true while it goes on. One that fails is given up, and holds up nothing that the journal tells. */
    private boolean sweepOn() throws Exception {
        var now = sweep;
        if (now == null) {
            if (clock.instant().isBefore(nextSweep)) {
                return false;
            }
            now = new AlertSweep(differing, journal, AlertSweep.PERSONS_AT_FIRST, clock);
        }
        sweep = null;
        nextSweep = clock.instant().plus(BETWEEN_SWEEPS);
        if (waiting.isEmpty() && !now.isOver()) {
            waiting.addAll(now.next());
        }
        var some = new ArrayList<PersonId>();
        while (!waiting.isEmpty() && some.size() < BETWEEN_TURNS) {
            some.add(waiting.remove());
        }
        each(some);
        if (waiting.isEmpty() && now.isOver()) {
            now.end();
            return false;
        }
        sweep = now;
        return true;
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
