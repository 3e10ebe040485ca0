package lv.vmis.register.returns;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.person.NewPerson.NewDocument;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reading.DocumentNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Enters one finding of several persons found together (Reg. 122 p. 6–8): opens a case for each, or adds to the case in which the return
 * of a known person is still open; for everybody, or for none.
 */
@Action
public class EnterFamily {

    /**
     * @param person who was found, when he is in the register
     * @param newPerson who was found, when he is not
     * @param into the open case of the known person to which the finding is added; nothing where it opens one
     * @param distinctFrom numbers of persons like the new one of whom the official says that none is meant
     */
    public record Member(
            @Nullable PersonId person,
            @Nullable NewPerson newPerson,
            @Nullable UUID into,
            List<Long> distinctFrom) {
        public Member {
            distinctFrom = List.copyOf(distinctFrom);
            if ((person == null) == (newPerson == null)) {
                throw new IllegalArgumentException("either a known person or a new one");
            }
            if (into != null && person == null) {
                throw new IllegalArgumentException("only a case of the known person himself is added to");
            }
        }

        /** One for whom the finding opens a case. */
        public Member(@Nullable PersonId person, @Nullable NewPerson newPerson, List<Long> distinctFrom) {
            this(person, newPerson, null, distinctFrom);
        }

        private @Nullable NewDocument document() {
            return newPerson == null ? null : newPerson.document();
        }
    }

    public record Input(List<Member> members, EnterFinding.Facts facts) {
        public Input {
            members = List.copyOf(members);
        }
    }

    private final Persons persons;
    private final ReturnCases cases;
    private final Journal journal;
    private final Clock clock;

    EnterFamily(Persons persons, ReturnCases cases, Journal journal, Clock clock) {
        this.persons = persons;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    /** Answers with the cases in the order of the persons. */
    public Outcome<List<EnterFinding.Opened>> run(Input in, Actor by) {
        var heads = locked(in.members());
        var mistakes = mistakes(in, heads);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var now = clock.instant();
        var group = Ids.next();
        var all = new ArrayList<EnterFinding.Opened>();
        for (var member : in.members()) {
            var fresh = member.newPerson();
            var person = fresh == null
                    ? Objects.requireNonNull(heads.get(Objects.requireNonNull(member.person())))
                    : persons.add(fresh, by);
            var caseId = member.into() == null ? cases.open(person, group, LocalDate.now(clock), by) : member.into();
            cases.add(caseId, person, in.facts(), by, now);
            all.add(new EnterFinding.Opened(
                    caseId, cases.find(caseId).orElseThrow().number(), person));
        }
        var first = all.getFirst();
        journal.record(
                by,
                Entry.act(EnterFamily.class)
                        .on(
                                "return_case",
                                first.caseId(),
                                cases.find(first.caseId()).orElseThrow().version())
                        .about(all.stream().map(EnterFinding.Opened::person).toList())
                        .under(in.facts().legalBasis())
                        .because(in.facts().circumstances())
                        .with(Map.of("cases", all, "finding", in.facts(), "persons", in.members())));
        return done(all);
    }

    /** Locks everybody, always in the same order, so that two officials do not wait for each other; known records to heads. */
    private Map<PersonId, PersonId> locked(List<Member> members) {
        members.stream()
                .map(Member::document)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(EnterFamily::key))
                .forEach(persons::lockDocument);
        var heads = new LinkedHashMap<PersonId, PersonId>();
        members.stream()
                .map(Member::person)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(PersonId::value))
                .forEach(known -> heads.put(known, persons.lockedHead(known)));
        return heads;
    }

    private List<Refusal> mistakes(Input in, Map<PersonId, PersonId> heads) {
        var mistakes = new ArrayList<Refusal>();
        var seen = new HashSet<Object>();
        for (var place = 0; place < in.members().size(); place++) {
            var why = mistake(in.members().get(place), in.facts(), heads, seen);
            if (why != null) {
                mistakes.add(Refusal.at(why == ReturnsRefusal.CASE_NOT_OPEN ? caseField(place) : field(place), why));
            }
        }
        return mistakes;
    }

    private @Nullable RefusalCode mistake(
            Member member, EnterFinding.Facts facts, Map<PersonId, PersonId> heads, HashSet<Object> seen) {
        var known = member.person() == null ? null : heads.get(member.person());
        if (known != null) {
            return persons.bar(known).isEmpty()
                    ? ReturnsRefusal.PERSON_UNKNOWN
                    : !seen.add(known)
                            ? ReturnsRefusal.TWICE_TOGETHER
                            : isOpen(known, member.into()) ? null : ReturnsRefusal.CASE_NOT_OPEN;
        }
        var fresh = Objects.requireNonNull(member.newPerson());
        if (fresh.birthDate().earliest().isAfter(facts.foundOn())) {
            return ReturnsRefusal.FINDING_BEFORE_BIRTH;
        }
        var document = fresh.document();
        if (document == null) {
            return null;
        }
        if (!seen.add(key(document))) {
            return ReturnsRefusal.TWICE_TOGETHER;
        }
        return persons.holder(document.number(), document.issuer()).isPresent() ? ReturnsRefusal.DOCUMENT_KNOWN : null;
    }

    /** The field of the form that says who the person in this place is. */
    static String field(int place) {
        return "who-" + place;
    }

    /** The field of the form that says to which case the finding of the person in this place belongs. */
    static String caseField(int place) {
        return "openCase-" + place;
    }

    private boolean isOpen(PersonId known, @Nullable UUID into) {
        return into == null
                || cases.openOf(known).stream().anyMatch(open -> open.id().equals(into));
    }

    private static String key(NewDocument document) {
        return document.issuer() + DocumentNumbers.key(document.number());
    }
}
