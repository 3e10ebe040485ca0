package lv.vmis.register.following;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;

/**
 * An institution asks to be told of what happens to whoever holds a document. The answer says nothing about whether the register knows him; the
 * bans he has are its first events. The same request again changes its last day only.
 */
@Action
public class FollowPerson {

    /** @param until the last day */
    public record Input(String reference, Bearer bearer, LocalDate until) {}

    private final Followings followings;
    private final Journal journal;

    FollowPerson(Followings followings, Journal journal) {
        this.followings = followings;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Purpose purpose, Actor by) {
        var agreement = Objects.requireNonNull(by.agreement(), "only a system follows somebody");
        var known = followings.byReference(agreement, in.reference());
        if (known.isPresent() && !known.get().bearer().equals(in.bearer())) {
            return refused(List.of(Refusal.at("reference", FollowingRefusal.REFERENCE_OF_ANOTHER)));
        }
        var holders = followings.holders(in.bearer());
        var id = known.map(Followed::id).orElseGet(Ids::next);
        if (known.isPresent()) {
            followings.goOn(id, in.until());
        } else {
            followings.add(id, agreement, in, purpose, holders, followings.departuresOf(holders));
        }
        var state = new LinkedHashMap<String, Object>();
        state.put("reference", in.reference());
        state.put("until", in.until());
        journal.record(
                by,
                Entry.act(FollowPerson.class)
                        .on("followed", id, known.isPresent() ? 1 : 0)
                        .about(persons(holders))
                        .under(purpose.code())
                        .because(purpose.caseRef())
                        .with(state));
        return done(id);
    }

    static List<PersonId> persons(List<UUID> heads) {
        return heads.stream().map(PersonId::new).toList();
    }
}
