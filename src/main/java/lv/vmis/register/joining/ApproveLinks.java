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
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Clusters;
import lv.vmis.register.person.Persons;

/**
 * Joins several pairs of records about whom there is nothing to weigh: a second official of the institution approves, having
 * typed how many he means. All of them or none.
 */
@Action
class ApproveLinks {

    record Input(List<UUID> links, int count) {}

    private final CertainPairs certain;
    private final Links links;
    private final Steps steps;
    private final Persons persons;
    private final Clusters clusters;
    private final Journal journal;
    private final Clock clock;

    ApproveLinks(
            CertainPairs certain,
            Links links,
            Steps steps,
            Persons persons,
            Clusters clusters,
            Journal journal,
            Clock clock) {
        this.certain = certain;
        this.links = links;
        this.steps = steps;
        this.persons = persons;
        this.clusters = clusters;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many were joined. */
    public Outcome<Integer> run(Input in, Actor by) {
        if (in.count() != in.links().size()) {
            return refused(List.of(Refusal.at("count", JoiningRefusal.COUNT_OTHER)));
        }
        var who = certain.waiting(in.links()).stream()
                .flatMap(pair -> Stream.of(pair.oneId(), pair.otherId()))
                .toList();
        ProposeLinks.lock(persons, who);
        var pairs = CertainPairs.apart(certain.waiting(in.links()), in.count());
        if (pairs.size() != in.count()) {
            return refused(JoiningRefusal.NOT_CERTAIN);
        }
        for (var id : in.links()) {
            var link = links.find(id).orElseThrow();
            var blocked = steps.withDecider(link, link.version(), by);
            if (blocked != null) {
                return refused(blocked);
            }
            links.answer(id, "APPROVED", null, by, clock.instant());
            clusters.join(link.headId(), link.memberId());
        }
        journal.record(
                by,
                Entry.act(ApproveLinks.class).about(who).with(Map.of("links", ProposeLinks.states(links, in.links()))));
        return done(pairs.size());
    }
}
