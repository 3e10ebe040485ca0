package lv.vmis.register.joining;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/** Proposes to join the records of one person; until another official approves, nothing changes. */
@Action
class ProposeLink {

    record Input(
            PersonId one,
            PersonId other,
            String reason,
            @Nullable String evidence) {}

    private final Persons persons;
    private final Links links;
    private final Likenesses likenesses;
    private final Journal journal;
    private final Clock clock;

    ProposeLink(Persons persons, Links links, Likenesses likenesses, Journal journal, Clock clock) {
        this.persons = persons;
        this.links = links;
        this.likenesses = likenesses;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var pair = Pair.locked(persons, in.one(), in.other());
        if (pair.isEmpty()) {
            return refused(JoiningRefusal.PERSON_UNKNOWN);
        }
        var head = pair.get().elder();
        var member = pair.get().younger();
        if (head.equals(member)) {
            return refused(JoiningRefusal.ALREADY_ONE);
        }
        if (links.isProposed(head, member)) {
            return refused(JoiningRefusal.ALREADY_PROPOSED);
        }
        var link = links.propose(head, member, in.reason(), in.evidence(), by, clock.instant());
        likenesses.settle(head, member);
        journal.record(
                by,
                Entry.act(ProposeLink.class)
                        .on("person_link", link, 0)
                        .about(head, member)
                        .because(in.evidence())
                        .with(States.of(links.find(link).orElseThrow())));
        return done(link);
    }
}
