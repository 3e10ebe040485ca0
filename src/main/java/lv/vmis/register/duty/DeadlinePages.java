package lv.vmis.register.duty;

import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Holidays;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Names;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import lv.vmis.register.returns.ReturnCase;
import lv.vmis.register.returns.ReturnCases;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The deadlines of a case: whose each is, until when, how that was worked out and where it is written. */
@RestController
class DeadlinePages {

    private final List<Deadlines> sources;
    private final ReturnCases cases;
    private final Persons persons;
    private final Holidays holidays;
    private final LegalParameters parameters;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Templates html;
    private final TransactionTemplate transaction;

    DeadlinePages(
            List<Deadlines> sources,
            ReturnCases cases,
            Persons persons,
            Holidays holidays,
            LegalParameters parameters,
            Names names,
            Purposes purposes,
            Looks looks,
            Templates html,
            PlatformTransactionManager transactions) {
        this.sources = List.copyOf(sources);
        this.cases = cases;
        this.persons = persons;
        this.holidays = holidays;
        this.parameters = parameters;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A case with its deadlines. */
    private record Shown(ReturnCase found, PersonBar bar, List<Deadline> deadlines) {}

    @Allow(Right.SEE_PERSON)
    @GetMapping("/cases/{id}/deadlines")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        var seen =
                Objects.requireNonNull(transaction.execute(_ -> cases.find(id))).orElseThrow(NotFound::new);
        var shown = looks.at(
                by,
                "case.deadlines",
                purposes.at(by, seen.personId(), id),
                seen.personId(),
                () -> new Shown(
                        cases.find(id).orElseThrow(NotFound::new),
                        persons.bar(seen.personId()).orElseThrow(NotFound::new),
                        of(id, f.now())));
        return html.dutyDeadlines(f, names, holidays, shown.bar(), shown.found(), shown.deadlines(), parameters);
    }

    /** Those that are late come first, then those that are open, and of each the one that ends first. */
    private List<Deadline> of(UUID caseId, Instant now) {
        return sources.stream()
                .flatMap(source -> source.of(caseId).stream())
                .sorted(Comparator.comparing((Deadline one) -> one.standing(now))
                        .thenComparing(one -> one.until().end()))
                .toList();
    }
}
