package lv.vmis.register.duty;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Closes an address at which a calendar read deadlines: from then on it answers nothing. */
@Action
public class CloseCalendar {

    private final CalendarFeeds feeds;
    private final Journal journal;
    private final Clock clock;

    CloseCalendar(CalendarFeeds feeds, Journal journal, Clock clock) {
        this.feeds = feeds;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(UUID feed, Actor by) {
        if (!feeds.end(feed, by.account(), clock.instant())) {
            return refused(DutyRefusal.CALENDAR_CLOSED);
        }
        journal.record(by, Entry.act(CloseCalendar.class).on("calendar_feed", feed, 1));
        return done(feed);
    }
}
