package lv.vmis.register.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.matching.Description;
import lv.vmis.register.matching.Hit;
import lv.vmis.register.matching.PersonIndex;
import lv.vmis.register.matching.Reason;
import lv.vmis.register.reading.DateParts;
import lv.vmis.register.reading.WholeName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who of the register is probably meant: asked before anybody lets a traveller pass or enters a person anew. */
@Component
public class LikelyPersons {

    /** Bits: above it somebody is more likely meant than not. */
    private static final double EVEN = 0;

    /**
     * Bits: above it two records are proposed as one person. Of those between even and this, hardly any are: they are namesakes
     * (docs/proofs.md).
     */
    private static final double ONE = 3;

    /** Below it nobody becomes likely when the question is turned round. */
    private static final double NEAR = -1;

    /** So many of those nearest to a person are compared with him. */
    private static final int NEAREST = 20;

    private final LivePersons persons;
    private final IndexRows rows;
    private final PersonSearch search;

    LikelyPersons(LivePersons persons, IndexRows rows, PersonSearch search) {
        this.persons = persons;
        this.rows = rows;
        this.search = search;
    }

    /** Somebody who is likely the same person, and why. */
    public record Likely(PersonId person, Hit hit) {}

    /** A person of the register as if he were asked about: his identities, and the index as it would be without him. */
    private record Asked(long number, List<Description> identities, PersonIndex others) {

        Stream<Hit> compared(Asked other) {
            return identities.stream().flatMap(identity -> others.compare(identity, other.number).stream());
        }
    }

    /** The others who are likely this person, the most likely first. */
    public List<Likely> like(PersonId person) {
        return like(List.of(person)).values().stream().findFirst().orElse(List.of());
    }

    /** The same of many, read together: each by the record that speaks for him. */
    public Map<PersonId, List<Likely>> like(Collection<PersonId> persons) {
        var all = rows.of(IndexRows.values(persons)).entrySet().stream()
                .filter(known -> !known.getValue().isEmpty())
                .map(this::asked)
                .toList();
        var near = all.stream().collect(Collectors.toMap(Asked::number, LikelyPersons::near));
        var ids = rows.ids(Stream.concat(
                        all.stream().map(Asked::number), near.values().stream().flatMap(Collection::stream))
                .distinct()
                .toList());
        var known = rows.of(IndexRows.values(ids.values()));
        var likely = new HashMap<PersonId, List<Likely>>();
        for (var who : all) {
            var person = ids.get(who.number());
            if (person != null) {
                likely.put(person, likely(who, near.getOrDefault(who.number(), List.of()), ids, known));
            }
        }
        return likely;
    }

    private static List<Long> near(Asked who) {
        return who.identities().stream()
                .flatMap(identity -> who.others().findAll(identity, NEAREST, NEAR).hits().stream())
                .filter(hit -> hit.score() > NEAR)
                .map(Hit::person)
                .distinct()
                .toList();
    }

    private List<Likely> likely(
            Asked who, List<Long> near, Map<Long, PersonId> ids, Map<Long, List<Description>> known) {
        var likely = new ArrayList<Likely>();
        for (var number : near) {
            var other = ids.get(number);
            var identities = known.get(number);
            if (other != null && identities != null && !identities.isEmpty()) {
                best(who, asked(Map.entry(number, identities)))
                        .filter(LikelyPersons::isLikely)
                        .ifPresent(hit -> likely.add(new Likely(other, hit)));
            }
        }
        likely.sort(Comparator.comparing((Likely one) -> one.hit().score()).reversed());
        return likely;
    }

    /** How two persons compare, likely or not; nothing if they share neither a name nor a document. */
    public Optional<Hit> compared(PersonId one, PersonId other) {
        return asked(one).flatMap(who -> asked(other).flatMap(known -> best(who, known)));
    }

    /** Whether two records that compare so are so likely of one person that an official is asked. */
    public static boolean isLikely(Hit hit) {
        return hit.score() > ONE && !isBrother(hit);
    }

    /** Whether everybody can be asked about at once; not while the register starts. */
    public boolean isReady() {
        return persons.isBuilt();
    }

    /** The version of the weights persons are compared with. */
    public String weights() {
        return persons.now().weights();
    }

    /** By what two records are proposed as one person. */
    public String rule() {
        return weights() + " " + ONE;
    }

    /** Up to where in the order of the journal the answers know every act. */
    public IndexRows.Place reached() {
        return persons.reached();
    }

    // Each is asked about in turn: whichever of the two says more of the other.
    private static Optional<Hit> best(Asked one, Asked other) {
        return Stream.concat(one.compared(other), other.compared(one))
                .max(Comparator.comparing((Hit hit) -> !isBrother(hit)).thenComparing(Hit::score));
    }

    private Optional<Asked> asked(PersonId person) {
        return rows.of(List.of(person.value())).entrySet().stream()
                .filter(known -> !known.getValue().isEmpty())
                .findFirst()
                .map(this::asked);
    }

    private Asked asked(Map.Entry<Long, List<Description>> known) {
        return new Asked(known.getKey(), known.getValue(), persons.now().with(Map.of(known.getKey(), List.of())));
    }

    /** The numbers of the persons who are more likely meant than not, the most likely first. */
    public List<Long> numbers(Description who) {
        return numbers(who, EVEN);
    }

    /** The same from another threshold on, in bits. */
    public List<Long> numbers(Description who, double least) {
        return numbers(who, least, persons.now());
    }

    /** The same of another index: a list that was taken along is asked no otherwise than the register. */
    public static List<Long> numbers(Description who, double least, PersonIndex index) {
        return index.find(who, PersonSearch.SHOWN, least).hits().stream()
                .filter(hit -> hit.score() > least && !isBrother(hit))
                .map(Hit::person)
                .toList();
    }

    /** The numbers of those who bear just these names, in any order, and may be born then. */
    public Collection<Long> called(String familyName, @Nullable String givenNames, @Nullable PartialDate born) {
        return persons.now()
                .called(
                        WholeName.keys(familyName, givenNames),
                        born == null ? DateParts.UNKNOWN : new DateParts(born.year(), born.month(), born.day()));
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
        return persons.now().find(who, PersonSearch.SHOWN, EVEN).hits().stream()
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
                .of(who.nationality())
                .bornIn(Objects.requireNonNullElse(who.birthPlace(), ""));
        if (who.document() != null) {
            description.holding(who.document().number());
        }
        return description.done();
    }
}
