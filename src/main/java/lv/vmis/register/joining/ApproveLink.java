package lv.vmis.register.joining;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Clusters;
import lv.vmis.register.person.Persons;

/**
 * Joins the records of one person: a second official of the institution approves, having typed the date of birth of the
 * one he means. The head of the joined records changes, and nothing else of them.
 */
@Action
class ApproveLink {

    /** @param version the version the official saw */
    record Input(UUID link, int version, PartialDate birthDate) {}

    private final Links links;
    private final Steps steps;
    private final Persons persons;
    private final Clusters clusters;
    private final Journal journal;
    private final Clock clock;

    ApproveLink(Links links, Steps steps, Persons persons, Clusters clusters, Journal journal, Clock clock) {
        this.links = links;
        this.steps = steps;
        this.persons = persons;
        this.clusters = clusters;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = steps.locked(in.link());
        if (found.isEmpty()) {
            return refused(JoiningRefusal.LINK_UNKNOWN);
        }
        var link = found.get();
        var blocked = steps.withDecider(link, in.version(), by);
        if (blocked != null) {
            return refused(blocked);
        }
        // Only those who speak for a person are joined, so that records form trees.
        if (!persons.head(link.headId()).equals(link.headId())
                || !persons.head(link.memberId()).equals(link.memberId())) {
            return refused(JoiningRefusal.JOINED_MEANWHILE);
        }
        if (!persons.bar(link.headId()).orElseThrow().birthDate().isSameAs(in.birthDate())) {
            return refused(List.of(Refusal.at("birthDate", JoiningRefusal.BIRTH_DATE_OTHER)));
        }
        links.answer(link.id(), "APPROVED", null, by, clock.instant());
        clusters.join(link.headId(), link.memberId());
        var after = links.find(link.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(ApproveLink.class)
                        .on("person_link", after.id(), after.version())
                        .about(clusters.records(link.headId()))
                        .because(link.evidence())
                        .with(States.of(after)));
        return done(after.id());
    }
}
