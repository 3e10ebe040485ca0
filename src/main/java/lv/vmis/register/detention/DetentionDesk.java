package lv.vmis.register.detention;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a detention, a measure or a case for an official: asks the purpose, reads, and records the look. */
@Component
class DetentionDesk {

    private final Detentions detentions;
    private final Rulings rulings;
    private final AlternativeMeasures measures;
    private final HeldPersons held;
    private final ReturnCases cases;
    private final Persons persons;
    private final SamePerson same;
    private final LegalParameters parameters;
    private final Purposes purposes;
    private final Looks looks;
    private final TransactionTemplate transaction;

    DetentionDesk(
            Detentions detentions,
            Rulings rulings,
            AlternativeMeasures measures,
            HeldPersons held,
            ReturnCases cases,
            Persons persons,
            SamePerson same,
            LegalParameters parameters,
            Purposes purposes,
            Looks looks,
            PlatformTransactionManager transactions) {
        this.detentions = detentions;
        this.rulings = rulings;
        this.measures = measures;
        this.held = held;
        this.cases = cases;
        this.persons = persons;
        this.same = same;
        this.parameters = parameters;
        this.purposes = purposes;
        this.looks = looks;
        this.transaction = new TransactionTemplate(transactions);
    }

    OpenCase openCase(String operation, UUID caseId, LocalDate day, Actor by) {
        var person = found(() -> cases.find(caseId)).personId();
        return looks.at(
                by,
                operation,
                purposes.at(by, person, caseId),
                person,
                () -> new OpenCase(
                        cases.find(caseId).orElseThrow(NotFound::new),
                        persons.bar(person).orElseThrow(NotFound::new),
                        detentions.isMinor(person, day)));
    }

    DetentionFile open(UUID detention, Actor by) {
        var seen = found(() -> detentions.find(detention));
        return looks.at(
                by,
                "detention.show",
                purposes.at(by, seen.personId(), seen.caseId()),
                seen.personId(),
                () -> file(detention));
    }

    OpenMeasure openMeasure(UUID measure, Actor by) {
        var seen = found(() -> measures.find(measure));
        return looks.at(
                by,
                "alternative.end",
                purposes.at(by, seen.personId(), seen.caseId()),
                seen.personId(),
                () -> new OpenMeasure(
                        measures.find(measure).orElseThrow(NotFound::new),
                        cases.find(seen.caseId()).orElseThrow(NotFound::new),
                        persons.bar(seen.personId()).orElseThrow(NotFound::new)));
    }

    /** Everybody who is held now, whoever must be released first at the top. */
    List<HeldPersons.Held> held(Actor by) {
        return looks.at(
                by,
                "detention.list",
                Purpose.TASK_LIST,
                () -> held.now(),
                all -> all.stream().map(HeldPersons.Held::personId).toList());
    }

    /** Whether the date of birth that was typed is that of the person of the case or detention. */
    Outcome<PartialDate> confirmedOfCase(UUID caseId, @Nullable String born, LocalDate today) {
        return cases.find(caseId)
                .map(found -> same.confirmed(found.personId(), born, today))
                .orElseGet(() -> Outcome.refused(DetentionRefusal.CASE_UNKNOWN));
    }

    Outcome<PartialDate> confirmed(UUID detention, @Nullable String born, LocalDate today) {
        return detentions
                .find(detention)
                .map(found -> same.confirmed(found.personId(), born, today))
                .orElseGet(() -> Outcome.refused(DetentionRefusal.DETENTION_UNKNOWN));
    }

    private <T> T found(Supplier<Optional<T>> find) {
        return Objects.requireNonNull(transaction.execute(_ -> find.get())).orElseThrow(NotFound::new);
    }

    private DetentionFile file(UUID id) {
        var detention = detentions.find(id).orElseThrow(NotFound::new);
        var titles = detentions.titles(id);
        var law = DetentionLaw.on(Moments.day(detention.detainedAt()), parameters);
        var byGuard = detention.detainedAt().plus(law.byGuard());
        return new DetentionFile(
                detention,
                persons.bar(detention.personId()).orElseThrow(NotFound::new),
                cases.find(detention.caseId()).orElseThrow(NotFound::new),
                titles,
                detentions.placements(id),
                detentions.past(id),
                rulings.withdrawn(id),
                DetentionClock.of(detention.detainedAt(), titles, detentions.earlier(detention), law),
                detentions.isMinor(detention.personId(), Moments.day(detention.detainedAt())),
                titles.stream()
                        .anyMatch(title -> title.kind().equals(DetentionTitle.VRS)
                                && title.untilAt().isBefore(byGuard)));
    }
}
