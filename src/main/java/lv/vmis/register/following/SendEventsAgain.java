package lv.vmis.register.following;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Lets the events of an agreement that were tried too often be sent again, from the first attempt on. */
@Action
public class SendEventsAgain {

    private final EventSendings sendings;
    private final Journal journal;

    SendEventsAgain(EventSendings sendings, Journal journal) {
        this.sendings = sendings;
        this.journal = journal;
    }

    /** How many. */
    public Outcome<Integer> run(String agreement, Actor by) {
        var events = sendings.again(agreement);
        if (events == 0) {
            return refused(FollowingRefusal.NOTHING_DEAD);
        }
        journal.record(by, Entry.act(SendEventsAgain.class).with(Map.of("agreement", agreement, "events", events)));
        return done(events);
    }
}
