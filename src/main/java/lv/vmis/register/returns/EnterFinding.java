package lv.vmis.register.returns;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/**
 * Enters a finding of illegal entry or stay (Reg. 122 p. 6–8): opens a case for a known person or for a new one, or adds to the case in
 * which the return of a known person is still open.
 */
@Action
public class EnterFinding {

    /** The circumstances, the same for everyone found together. */
    public record Facts(
            LocalDate foundOn,
            String placeKind,
            @Nullable String crossingPoint,
            String place,
            String circumstances,
            String legalBasis) {}

    /**
     * @param person who was found, when he is in the register
     * @param newPerson who was found, when he is not
     * @param into the open case of the known person to which the finding is added; nothing where it opens one
     * @param together a case of somebody found together with him
     * @param distinctFrom numbers of persons like the new one of whom the official says that none is meant
     */
    public record Input(
            @Nullable PersonId person,
            @Nullable NewPerson newPerson,
            @Nullable UUID into,
            @Nullable UUID together,
            Facts facts,
            List<Long> distinctFrom) {
        public Input {
            distinctFrom = List.copyOf(distinctFrom);
            if ((person == null) == (newPerson == null)) {
                throw new IllegalArgumentException("either a known person or a new one");
            }
            if (into != null && (person == null || together != null)) {
                throw new IllegalArgumentException("only a case of the known person himself is added to");
            }
        }

        /** A finding that opens a case. */
        public Input(@Nullable PersonId person, @Nullable NewPerson newPerson, @Nullable UUID together, Facts facts) {
            this(person, newPerson, null, together, facts, List.of());
        }
    }

    /** The case that was opened, or added to. */
    public record Opened(UUID caseId, String number, PersonId person) {}

    private final Persons persons;
    private final ReturnCases cases;
    private final Journal journal;
    private final Clock clock;

    EnterFinding(Persons persons, ReturnCases cases, Journal journal, Clock clock) {
        this.persons = persons;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<Opened> run(Input in, Actor by) {
        var newPerson = in.newPerson();
        if (newPerson != null && newPerson.document() != null) {
            persons.lockDocument(newPerson.document());
            if (persons.holder(
                            newPerson.document().number(), newPerson.document().issuer())
                    .isPresent()) {
                return refused(List.of(Refusal.at("documentNumber", ReturnsRefusal.DOCUMENT_KNOWN)));
            }
        }
        if (newPerson != null
                && newPerson.birthDate().earliest().isAfter(in.facts().foundOn())) {
            return refused(List.of(Refusal.at("foundOn", ReturnsRefusal.FINDING_BEFORE_BIRTH)));
        }
        // A case is opened with the record that speaks for the person.
        var known = in.person() == null ? null : persons.lockedHead(in.person());
        if (known != null && persons.bar(known).isEmpty()) {
            return refused(ReturnsRefusal.PERSON_UNKNOWN);
        }
        if (in.into() != null
                && cases.openOf(java.util.Objects.requireNonNull(known)).stream()
                        .noneMatch(open -> open.id().equals(in.into()))) {
            return refused(List.of(Refusal.at("openCase", ReturnsRefusal.CASE_NOT_OPEN)));
        }
        var group = in.together() == null ? null : cases.groupOf(in.together());
        if (in.together() != null && group == null) {
            return refused(ReturnsRefusal.CASE_UNKNOWN);
        }
        var now = clock.instant();
        var person = newPerson != null ? persons.add(newPerson, by) : java.util.Objects.requireNonNull(known);
        persons.lock(person);
        var caseId = in.into() == null ? cases.open(person, group, LocalDate.now(clock), by) : in.into();
        cases.add(caseId, person, in.facts(), by, now);
        var opened = cases.find(caseId).orElseThrow();
        var state = new HashMap<String, Object>();
        state.put("case", opened.number());
        state.put("finding", in.facts());
        if (newPerson != null) {
            state.put("person", newPerson);
            state.put("distinctFrom", in.distinctFrom());
        }
        journal.record(
                by,
                Entry.act(EnterFinding.class)
                        .on("return_case", caseId, opened.version())
                        .about(person)
                        .under(in.facts().legalBasis())
                        .because(in.facts().circumstances())
                        .with(state));
        return done(new Opened(caseId, opened.number(), person));
    }
}
