package lv.vmis.register.joining;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Persons;

/** Proposes to join several pairs of records about whom there is nothing to weigh; all of them or none. */
@Action
class ProposeLinks {

    record Input(List<CertainPairs.Two> pairs) {}

    /** What speaks for a certain pair. */
    static final String GROUND = "SAME_DOCUMENT";

    private final Persons persons;
    private final CertainPairs certain;
    private final Links links;
    private final Likenesses likenesses;
    private final Journal journal;
    private final Clock clock;

    ProposeLinks(
            Persons persons, CertainPairs certain, Links links, Likenesses likenesses, Journal journal, Clock clock) {
        this.persons = persons;
        this.certain = certain;
        this.links = links;
        this.likenesses = likenesses;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many were proposed. */
    public Outcome<Integer> run(Input in, Actor by) {
        var who = in.pairs().stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .map(PersonId::new)
                .toList();
        lock(persons, who);
        var pairs = CertainPairs.apart(certain.open(in.pairs()), in.pairs().size());
        if (pairs.size() != in.pairs().size()) {
            return refused(JoiningRefusal.NOT_CERTAIN);
        }
        var proposed = pairs.stream()
                .map(pair -> {
                    var link = links.propose(pair.oneId(), pair.otherId(), GROUND, null, by, clock.instant());
                    likenesses.settle(pair.oneId(), pair.otherId());
                    return link;
                })
                .toList();
        journal.record(by, Entry.act(ProposeLinks.class).about(who).with(Map.of("links", states(links, proposed))));
        return done(proposed.size());
    }

    /** Always in the same order, so that two who work on the same persons wait for one another instead of for ever. */
    static void lock(Persons persons, List<PersonId> who) {
        who.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(persons::lock);
    }

    static List<Map<String, Object>> states(Links links, List<UUID> ids) {
        return ids.stream().map(id -> States.of(links.find(id).orElseThrow())).toList();
    }
}
