package lv.vmis.register.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Clusters;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.PersonFile;
import lv.vmis.register.person.Persons;
import org.springframework.stereotype.Component;

/** What is read to compare, join and part persons. */
@Component
class JoiningFile {

    private final Persons persons;
    private final Clusters clusters;
    private final PersonFile file;
    private final Links links;
    private final Likenesses likenesses;
    private final LikelyPersons likely;
    private final Effects effects;

    JoiningFile(
            Persons persons,
            Clusters clusters,
            PersonFile file,
            Links links,
            Likenesses likenesses,
            LikelyPersons likely,
            Effects effects) {
        this.persons = persons;
        this.clusters = clusters;
        this.file = file;
        this.links = links;
        this.likenesses = likenesses;
        this.likely = likely;
        this.effects = effects;
    }

    SideBySide sides(List<PersonId> compared) {
        return new SideBySide(compared.stream()
                .map(person -> new SideBySide.Side(
                        bar(person),
                        file.identities(person),
                        file.documents(person),
                        file.decisions(person),
                        file.bans(person)))
                .toList());
    }

    Health health(PersonId person, List<Link> its) {
        var records = clusters.records(person);
        return new Health(
                likenesses.open(person).stream()
                        .map(alike -> new Health.Alike(bar(alike.person()), alike.hit()))
                        .toList(),
                its.stream()
                        .filter(link -> link.state() == Link.State.WAITING || link.state() == Link.State.UNDO_WAITING)
                        .toList(),
                effects.contradictions(records),
                effects.shared(records));
    }

    LinkFile link(UUID id) {
        var link = Optional.of(id).flatMap(links::find).orElseThrow(NotFound::new);
        var head = bar(link.headId());
        var member = bar(link.memberId());
        var areTwo = !head.id().equals(member.id());
        var below = areTwo ? clusters.records(link.memberId()) : links.below(link.memberId());
        var rest = new ArrayList<>(clusters.records(link.headId()));
        rest.removeAll(below);
        var all = new ArrayList<>(rest);
        all.addAll(below);
        var joinedAt = link.decidedAt();
        return new LinkFile(
                link,
                head,
                member,
                areTwo && link.state() == Link.State.WAITING ? sides(List.of(link.headId(), link.memberId())) : null,
                areTwo ? likely.compared(link.headId(), link.memberId()).orElse(null) : null,
                effects.of(rest),
                effects.of(below),
                effects.contradictions(all),
                link.isInForce() && joinedAt != null ? effects.after(joinedAt, all) : List.of());
    }

    PersonBar bar(PersonId person) {
        return persons.bar(person).orElseThrow(NotFound::new);
    }
}
