package lv.vmis.register.following;

import static lv.vmis.register.kernel.Outcome.done;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** An institution follows somebody no more. Ended again it changes nothing. */
@Action
public class EndFollowing {

    private final Followings followings;
    private final Journal journal;

    EndFollowing(Followings followings, Journal journal) {
        this.followings = followings;
        this.journal = journal;
    }

    /** Whether it was followed until now. */
    public Outcome<Boolean> run(UUID id, Actor by) {
        var followed = followings.of(id, Objects.requireNonNull(by.agreement()));
        if (followed.isEmpty()) {
            return done(false);
        }
        followings.end(id);
        journal.record(
                by,
                Entry.act(EndFollowing.class)
                        .on("followed", id, 2)
                        .about(FollowPerson.persons(followed.get().persons()))
                        .with(Map.of("reference", followed.get().reference())));
        return done(true);
    }
}
