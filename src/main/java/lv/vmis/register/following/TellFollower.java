package lv.vmis.register.following;

import static lv.vmis.register.kernel.Outcome.done;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/**
 * Compares what an institution was told of somebody with what there is to tell, and puts the difference into its feed. Done again it changes
 * nothing.
 */
@Action
public class TellFollower {

    private final Followings followings;
    private final Feed feed;
    private final Journal journal;

    TellFollower(Followings followings, Feed feed, Journal journal) {
        this.followings = followings;
        this.feed = feed;
        this.journal = journal;
    }

    /** The events put into the feed. */
    public Outcome<Integer> run(UUID id, Actor by) {
        var held = followings.held(id);
        if (held.isEmpty()) {
            return done(0);
        }
        var followed = held.get();
        var holders = followings.holders(followed.bearer());
        var now = followings.standing(holders);
        var happened = followed.told().until(now);
        followings.keep(id, holders, now);
        if (!happened.isEmpty()) {
            var about = new LinkedHashSet<>(holders);
            about.addAll(followed.persons());
            feed.add(followed, happened, List.copyOf(about));
            journal.record(
                    by,
                    Entry.act(TellFollower.class)
                            .on("followed", id, 3)
                            .about(FollowPerson.persons(List.copyOf(about)))
                            .with(Map.of(
                                    "agreement", followed.agreement(),
                                    "events",
                                            happened.stream()
                                                    .map(Standing.Happened::type)
                                                    .toList())));
        }
        return done(happened.size());
    }
}
