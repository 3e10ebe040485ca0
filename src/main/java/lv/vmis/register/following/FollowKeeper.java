package lv.vmis.register.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.Repeating;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.person.JournalFollower;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells followers what has happened: of whomever an act of the journal is about, in its order, and each day of everybody who is followed, so
 * that a ban that ends by itself is told too. What it does it can do again without harm.
 */
@Component
class FollowKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FollowKeeper.class);

    private static final int AT_ONCE = 100;

    private final Followers followers;
    private final JournalFollower journal;
    private final TellFollower tell;
    private final Clock clock;
    private final Repeating work = new Repeating("followers", this::lookAfter);

    FollowKeeper(Followers followers, JournalFollower journal, TellFollower tell, Clock clock) {
        this.followers = followers;
        this.journal = journal;
        this.tell = tell;
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
        var more = journal.step("followers", records -> each(journal.reading(() -> followers.of(records))));
        var waiting = journal.reading(() -> followers.notSeenOn(LocalDate.now(clock), AT_ONCE));
        return (!waiting.isEmpty() && each(waiting)) || more;
    }

    /** False when one could not be told: it does not hold up the others, and is looked at again. */
    private boolean each(List<UUID> followed) throws Exception {
        var isDone = true;
        for (var one : followed) {
            try {
                var actor = JournalFollower.itself();
                Acting.as(actor, () -> tell.run(one, actor));
            } catch (Exception failure) {
                LOG.warn("A follower could not be told; it is tried again", failure);
                journal.reading(() -> {
                    followers.again(one);
                    return true;
                });
                isDone = false;
            }
        }
        return isDone;
    }
}
