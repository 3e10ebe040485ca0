package lv.vmis.register.removal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.document.DocumentKind;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.returns.Prisons;
import lv.vmis.register.returns.ReturnCases;
import lv.vmis.register.safeguard.Safeguards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a removal or the board of removals for an official: asks the purpose, reads, and records the look. */
@Component
class RemovalDesk {

    private final Decisions decisions;
    private final RemovalSteps steps;
    private final Prisons prisons;
    private final Removals removals;
    private final Safeguards safeguards;
    private final ReturnCases cases;
    private final Persons persons;
    private final SamePerson same;
    private final Purposes purposes;
    private final Looks looks;
    private final RemovalPapers papers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RemovalDesk(
            Decisions decisions,
            RemovalSteps steps,
            Prisons prisons,
            Removals removals,
            Safeguards safeguards,
            ReturnCases cases,
            Persons persons,
            SamePerson same,
            Purposes purposes,
            Looks looks,
            RemovalPapers papers,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.steps = steps;
        this.prisons = prisons;
        this.removals = removals;
        this.safeguards = safeguards;
        this.cases = cases;
        this.persons = persons;
        this.same = same;
        this.purposes = purposes;
        this.looks = looks;
        this.papers = papers;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Those whose time is set and a page of all, from below one on. */
    RemovalBoard board(RemovalBoard.Filter filter, RemovalBoard.@Nullable Place from, Actor by) {
        return looks.at(
                by, "removal.list", Purpose.TASK_LIST, () -> removals.board(filter, from, by), RemovalBoard::persons);
    }

    /** The removal of a decision that orders one, with the names of those found together. */
    RemovalFile open(UUID decision, Actor by) {
        var found =
                found(() -> decisions.find(decision).filter(one -> one.kind().isRemoval()));
        return looks.at(
                by,
                "removal.show",
                purposes.at(by, found.personId(), found.caseId()),
                () -> {
                    var file = file(decisions.find(decision).orElseThrow(NotFound::new));
                    return file.with(papers.of(file).stream()
                            .map(kind -> new RemovalFile.Paper(kind, papers.translations(kind)))
                            .toList());
                },
                RemovalFile::persons);
    }

    /** Those of the page for whom the same step was entered in one act. */
    List<FoundTogether> enteredWith(RemovalFile file, int place) {
        var same = Objects.requireNonNull(
                transaction.execute(_ -> steps.enteredWith(file.decision().id(), place)));
        return file.together().stream()
                .filter(other -> same.containsKey(other.decisionId()))
                .toList();
    }

    private RemovalFile file(Decision decision) {
        var today = LocalDate.now(clock);
        var entered = steps.history(decision.id());
        var facts = new Readiness.Facts(
                steps.isMissing(decision.personId()),
                steps.mayStay(decision.personId(), today),
                prisons.on(decision.personId(), today)
                        .map(Prisons.Prison::until)
                        .orElse(null),
                decision.servedOn() != null,
                decision.goesTo() != null,
                decision.suspendedOn() != null || steps.isSuspendedElsewhere(decision.id()),
                steps.hasDocument(decision.personId(), today),
                safeguards.on(decision.caseId(), today),
                entered.stream().filter(RemovalStep::stands).toList());
        return new RemovalFile(
                decision,
                cases.find(decision.caseId()).orElseThrow(NotFound::new),
                persons.bar(decision.personId()).orElseThrow(NotFound::new),
                Readiness.of(facts, clock.instant()),
                entered,
                steps.together(decision.id()),
                steps.departedOn(decision.caseId()).isPresent(),
                List.of());
    }

    /** A paper of the removal, or its translation into a language. */
    byte[] print(UUID decision, DocumentKind kind, @Nullable String language, Actor by) {
        var found =
                found(() -> decisions.find(decision).filter(one -> one.kind().isRemoval()));
        return looks.at(
                by,
                "removal.paper",
                purposes.at(by, found.personId(), found.caseId()),
                found.personId(),
                () -> papers.print(file(decisions.find(decision).orElseThrow(NotFound::new)), kind, language)
                        .orElseThrow(NotFound::new));
    }

    /** Whether the date of birth that was typed is that of the person of the decision. */
    Outcome<PartialDate> confirmed(UUID decision, @Nullable String born, LocalDate today) {
        return decisions
                .find(decision)
                .map(found -> same.confirmed(found.personId(), born, today))
                .orElseGet(() -> Outcome.refused(RemovalRefusal.DECISION_UNKNOWN));
    }

    private <T> T found(Supplier<Optional<T>> find) {
        return Objects.requireNonNull(transaction.execute(_ -> find.get())).orElseThrow(NotFound::new);
    }
}
