package lv.vmis.register.duty;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Opens an address at which the official's calendar reads the deadlines of his unit or institution. */
@Action
public class OpenCalendar {

    private final CalendarFeeds feeds;
    private final Journal journal;
    private final Clock clock;

    OpenCalendar(CalendarFeeds feeds, Journal journal, Clock clock) {
        this.feeds = feeds;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param whole the whole institution, not only the unit */
    public Outcome<Boolean> run(boolean whole, Actor by) {
        if (!feeds.add(whole ? null : by.unit(), by, clock.instant())) {
            return refused(DutyRefusal.CALENDAR_OPEN);
        }
        journal.record(
                by,
                Entry.act(OpenCalendar.class)
                        .on("account", by.account(), 0)
                        .with(Map.of("unit", whole ? by.institution() : by.unit())));
        return done(whole);
    }
}
