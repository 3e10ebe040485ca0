package lv.vmis.register.person;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.matching.Description;
import lv.vmis.register.matching.Hit;
import lv.vmis.register.matching.Reason;
import org.springframework.stereotype.Component;

/** Who of the register is probably meant: asked before anybody lets a traveller pass or enters a person anew. */
@Component
public class LikelyPersons {

    /** Bits: above it somebody is more likely meant than not. */
    private static final double EVEN = 0;

    private final LivePersons persons;
    private final PersonSearch search;

    LikelyPersons(LivePersons persons, PersonSearch search) {
        this.persons = persons;
        this.search = search;
    }

    /** The numbers of the persons who are more likely meant than not, the most likely first. */
    public List<Long> numbers(Description who) {
        return hits(who).map(Hit::person).toList();
    }

    /** The persons a new one would probably be a second file of, and why: they have his personal code, or are like him. */
    public FoundPersons of(NewPerson who) {
        var keys = search.withCode(who.personalCode());
        var hits = new LinkedHashMap<Long, Hit>();
        Stream.concat(
                        hits(described(who)),
                        who.originalName() == null ? Stream.of() : hits(original(who, who.originalName())))
                .sorted(Comparator.comparing(Hit::score).reversed())
                .forEach(hit -> hits.putIfAbsent(hit.person(), hit));
        return search.found(keys, hits);
    }

    private Stream<Hit> hits(Description who) {
        return persons.now().find(who, PersonSearch.SHOWN).hits().stream()
                .filter(hit -> hit.score() > EVEN && !isBrother(hit));
    }

    // A brother or sister has much in common, but not the given name.
    private static boolean isBrother(Hit hit) {
        return hit.parts().stream().anyMatch(part -> part.reason() == Reason.OTHER_GIVEN_NAME);
    }

    private static Description described(NewPerson who) {
        return complete(Description.of(who.familyName(), IndexRows.joined(who.givenNames(), who.patronymic())), who);
    }

    private static Description original(NewPerson who, String name) {
        return complete(Description.ofFullName(name), who);
    }

    private static Description complete(Description.Writing description, NewPerson who) {
        description
                .born(IndexRows.parts(who.birthDate()))
                .sex(who.sex().charAt(0))
                .of(who.nationality());
        if (who.document() != null) {
            description.holding(who.document().number());
        }
        return description.done();
    }
}
