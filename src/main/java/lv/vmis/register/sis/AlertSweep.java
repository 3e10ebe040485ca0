package lv.vmis.register.sis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.JournalFollower;

/** One look at everybody, some persons after the others, each some in a short transaction of their own. */
final class AlertSweep {

    static final int PERSONS_AT_FIRST = 500;

    /** Fewer at once while the disk is slow to find them, more when they are at hand: a part takes about half a second. */
    private static final int LEAST = 100;

    private static final int MOST = 4_000;

    private static final Duration LONG = Duration.ofSeconds(1);

    private static final Duration SHORT = Duration.ofMillis(250);

    private final DifferingAlerts differing;
    private final JournalFollower journal;
    private final Clock clock;
    private final Instant begun;
    private final LocalDate day;
    private int persons;
    private UUID after = new UUID(0, 0);
    private boolean isOver;

    AlertSweep(DifferingAlerts differing, JournalFollower journal, int persons, Clock clock) {
        this.differing = differing;
        this.journal = journal;
        this.persons = persons;
        this.clock = clock;
        this.begun = clock.instant();
        this.day = LocalDate.now(clock);
    }

    boolean isOver() {
        return isOver;
    }

    /** Of the next persons, whose alert is to be looked after. */
    List<PersonId> next() throws Exception {
        var start = clock.instant();
        var found = journal.reading(() -> {
            var part = differing.part(after, persons);
            var some = differing.among(part, day);
            after = part.upto();
            isOver = part.isLast();
            return some;
        });
        var took = Duration.between(start, clock.instant());
        if (took.compareTo(LONG) > 0) {
            persons = Math.max(LEAST, persons / 2);
        } else if (took.compareTo(SHORT) < 0) {
            persons = Math.min(MOST, persons * 2);
        }
        return found;
    }

    /** They were looked after as well. */
    void end() throws Exception {
        journal.reading(() -> {
            differing.swept(begun);
            return true;
        });
    }
}
