package lv.vmis.register.joining;

import static lv.vmis.register.support.DecisionSamples.official;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.CorrectFact;
import lv.vmis.register.person.Facts;
import lv.vmis.register.person.Persons;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.Samples;
import lv.vmis.register.support.Someone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Joins and parts for tests, made as officials make them: an inspector proposes, a deciding official approves. */
@Component
public class JoiningSamples {

    private final ProposeLink propose;
    private final ApproveLink approve;
    private final ProposeUndo proposeUndo;
    private final ApproveUndo approveUndo;
    private final Links links;
    private final Facts facts;
    private final CorrectFact correct;
    private final Persons persons;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Samples samples;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    JoiningSamples(
            ProposeLink propose,
            ApproveLink approve,
            ProposeUndo proposeUndo,
            ApproveUndo approveUndo,
            Links links,
            Facts facts,
            CorrectFact correct,
            Persons persons,
            Journal journal,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.propose = propose;
        this.approve = approve;
        this.proposeUndo = proposeUndo;
        this.approveUndo = approveUndo;
        this.links = links;
        this.facts = facts;
        this.correct = correct;
        this.persons = persons;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.samples = new Samples(jdbc, transactions);
    }

    /** A person entered straight into the tables, as if an official had: the index and the search for duplicates know him. */
    public PersonId person(String family, String given, String birth, String nationality) {
        return changed(new PersonId(samples.person(family, given, birth, nationality)));
    }

    /** Corrects the only identity of a person. */
    public void corrected(PersonId person, Map<String, String> changed) {
        var identity = asked(() -> facts.of(person)).getFirst();
        var values = new HashMap<>(identity.values());
        values.putAll(changed);
        DecisionSamples.done(Someone.as(
                inspector,
                () -> correct.run(
                        new CorrectFact.Input(
                                person,
                                identity.kind(),
                                identity.id(),
                                identity.version(),
                                values,
                                new Facts.Why("TYPING", null)),
                        inspector)));
    }

    /** Tells everybody who follows the journal that an act has changed the person. */
    public PersonId changed(PersonId person) {
        return asked(() -> {
            journal.record(inspector, Entry.act(EnterFinding.class).about(person));
            return person;
        });
    }

    public UUID proposed(PersonId one, PersonId other) {
        return DecisionSamples.done(Someone.as(
                inspector,
                () -> propose.run(new ProposeLink.Input(one, other, "SAME_DOCUMENT", "Tā pati pase"), inspector)));
    }

    public UUID joined(PersonId one, PersonId other) {
        var link = proposed(one, other);
        return DecisionSamples.done(approved(link, decider));
    }

    Outcome<UUID> approved(UUID id, Actor by) {
        var link = link(id);
        var born = asked(() -> persons.bar(link.headId()).orElseThrow().birthDate());
        return Someone.as(by, () -> approve.run(new ApproveLink.Input(id, link.version(), born), by));
    }

    public void parted(UUID id) {
        undoProposed(id);
        undoApproved(id);
    }

    public void undoApproved(UUID id) {
        var version = link(id).version();
        DecisionSamples.done(Someone.as(decider, () -> approveUndo.run(new ApproveUndo.Input(id, version), decider)));
    }

    /** The link of the person that waits for an answer. */
    UUID linkWaiting(PersonId person) {
        return asked(() -> links.of(person).stream()
                .filter(link -> link.state() == Link.State.WAITING)
                .findFirst()
                .orElseThrow()
                .id());
    }

    /** The link in force by which the record is joined. */
    UUID linkOf(PersonId member) {
        return asked(() -> links.of(member).stream()
                .filter(link -> link.isInForce() && link.memberId().equals(member))
                .findFirst()
                .orElseThrow()
                .id());
    }

    public void undoProposed(UUID id) {
        var version = link(id).version();
        DecisionSamples.done(Someone.as(
                inspector,
                () -> proposeUndo.run(
                        new ProposeUndo.Input(id, version, "Citas personas pirkstu nospiedumi"), inspector)));
    }

    Link link(UUID id) {
        return asked(() -> links.find(id).orElseThrow());
    }

    public PersonId head(PersonId person) {
        return asked(() -> persons.head(person));
    }

    /** In a transaction of the inspector. */
    public <T> T asked(Supplier<T> work) {
        return Someone.as(inspector, () -> transaction.execute(_ -> work.get()));
    }
}
