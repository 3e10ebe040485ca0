package lv.vmis.register.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.DocumentTemplates;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.returns.Finding;
import lv.vmis.register.returns.ReturnCases;
import lv.vmis.register.safeguard.Safeguards;
import lv.vmis.register.signing.SignableKind;
import lv.vmis.register.signing.SignedDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a decision or a case for an official: asks the purpose, reads, and records the look. */
@Component
class DecisionDesk {

    private final Decisions decisions;
    private final Departures departures;
    private final DocumentFacts facts;
    private final DocumentTemplates templates;
    private final Orders orders;
    private final Suggestions suggestions;
    private final Safeguards safeguards;
    private final SignedDocuments signatures;
    private final ReturnCases cases;
    private final Persons persons;
    private final SamePerson same;
    private final Purposes purposes;
    private final Looks looks;
    private final Clock clock;
    private final ToldExits exits;
    private final Withdrawals withdrawals;
    private final TransactionTemplate transaction;

    DecisionDesk(
            Decisions decisions,
            Departures departures,
            DocumentFacts facts,
            DocumentTemplates templates,
            Orders orders,
            Suggestions suggestions,
            Safeguards safeguards,
            SignedDocuments signatures,
            ReturnCases cases,
            Persons persons,
            SamePerson same,
            Purposes purposes,
            Looks looks,
            Clock clock,
            ToldExits exits,
            Withdrawals withdrawals,
            PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.departures = departures;
        this.facts = facts;
        this.templates = templates;
        this.orders = orders;
        this.suggestions = suggestions;
        this.safeguards = safeguards;
        this.signatures = signatures;
        this.cases = cases;
        this.persons = persons;
        this.same = same;
        this.purposes = purposes;
        this.looks = looks;
        this.clock = clock;
        this.exits = exits;
        this.withdrawals = withdrawals;
        this.transaction = new TransactionTemplate(transactions);
    }

    DecisionFile open(UUID decision, Actor by) {
        return look("decision.show", decision, by, () -> file(decision));
    }

    /** Whether the date of birth that was typed is that of the person of the decision. */
    Outcome<PartialDate> confirmed(UUID decision, @Nullable String born, LocalDate today) {
        return decisions
                .find(decision)
                .map(found -> same.confirmed(found.personId(), born, today))
                .orElseGet(() -> Outcome.refused(DecisionRefusal.DECISION_UNKNOWN));
    }

    /** What this official himself has signed, to tell him that it is. */
    @Nullable
    JustSigned justSigned(@Nullable UUID signed, Actor by) {
        return signed == null
                ? null
                : Objects.requireNonNull(transaction.execute(_ -> decisions.find(signed)))
                        .filter(decision -> by.account().equals(decision.signedBy()))
                        .map(decision -> new JustSigned(
                                String.valueOf(decision.number()),
                                "/decisions/" + decision.id(),
                                decision.servedOn() != null))
                        .orElse(null);
    }

    /** Reads something of a decision, and records the look under the name of the page. */
    <T> T look(String operation, UUID decision, Actor by, Supplier<T> read) {
        var found = found(() -> decisions.find(decision));
        var person = found.personId();
        return looks.at(by, operation, purposes.at(by, person, found.returnCaseId()), person, read);
    }

    CaseToDecide openCase(UUID caseId, Actor by) {
        var person = found(() -> cases.find(caseId)).personId();
        return looks.at(by, "decision.prepare", purposes.at(by, person, caseId), person, () -> {
            var findings = cases.findings(caseId);
            if (findings.isEmpty()) {
                throw new NotFound();
            }
            return new CaseToDecide(
                    cases.find(caseId).orElseThrow(NotFound::new),
                    persons.bar(person).orElseThrow(NotFound::new),
                    findings.getLast(),
                    decisions.openDraft(caseId).orElse(null),
                    suggestions.nationality(person).orElse(null),
                    decisions.leftUndecided(caseId).orElse(null),
                    decisions.suspended(person).orElse(null),
                    orders.running(person, LocalDate.now(clock)).orElse(null));
        });
    }

    /** Whose page it is and of which case; nothing of it is shown before the purpose is known. */
    private <T> T found(Supplier<Optional<T>> find) {
        return Objects.requireNonNull(transaction.execute(_ -> find.get())).orElseThrow(NotFound::new);
    }

    private DecisionFile file(UUID id) {
        var decision = decisions.find(id).orElseThrow(NotFound::new);
        var caseId = decision.returnCaseId();
        var findings = caseId == null ? List.<Finding>of() : cases.findings(caseId);
        var service = decisions.service(id).orElse(null);
        var departure = departures.of(id).orElse(null);
        return new DecisionFile(
                decision,
                persons.bar(decision.personId()).orElseThrow(NotFound::new),
                caseId == null ? null : cases.find(caseId).orElseThrow(NotFound::new),
                findings.isEmpty() ? null : findings.getLast(),
                decisions.bans(id),
                decisions.followUps(id),
                service,
                departure,
                decisions.leftUnderAny(id).isPresent(),
                caseId == null ? null : decisions.leftUndecided(caseId).orElse(null),
                exits.of(id).orElse(null),
                withdrawals.of(id),
                decision.kind().isRemoval() ? safeguards.on(decision.caseId(), LocalDate.now(clock)) : List.of(),
                signatures.of(SignableKind.RETURN_DECISION, id),
                decision.isOpenDraft() && decision.kind() == DecisionKind.REMOVAL
                        ? orders.running(decision.personId(), LocalDate.now(clock))
                                .orElse(null)
                        : null,
                decision.isEntered()
                        ? List.of()
                        : templates.translations(
                                decision.kind().printed(),
                                decision.decidedOn() == null ? LocalDate.now(clock) : decision.decidedOn()),
                facts.name(decision.preparedBy()),
                facts.name(decision.returnedBy()),
                facts.name(decision.signedBy()),
                facts.name(service == null ? null : service.servedBy()),
                facts.name(departure == null ? null : departure.confirmedBy()));
    }
}
