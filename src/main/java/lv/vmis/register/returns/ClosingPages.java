package lv.vmis.register.returns;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.reference.Names;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Closing a case otherwise than by departure, and taking it up again. */
@RestController
class ClosingPages {

    private final CloseCase close;
    private final Closings closings;
    private final ReopenCase reopen;
    private final ReturnCases cases;
    private final Persons persons;
    private final SamePerson same;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    ClosingPages(
            CloseCase close,
            Closings closings,
            ReopenCase reopen,
            ReturnCases cases,
            Persons persons,
            SamePerson same,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.close = close;
        this.closings = closings;
        this.reopen = reopen;
        this.cases = cases;
        this.persons = persons;
        this.same = same;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Allow(Right.CLOSE_CASE)
    @GetMapping("/cases/{id}/close")
    JteModel closeForm(Frame f, Actor by, @PathVariable UUID id) {
        var opened = found(id).openedOn();
        var form = leftUndecided(id)
                .map(left -> new ClosingForm(
                        Ids.next(),
                        ClosingReason.LEFT.name(),
                        f.day(left.isBefore(opened) ? opened : left),
                        null,
                        null))
                .orElseGet(() -> empty(f));
        return closePage(f, by, id, form, Mistakes.NONE);
    }

    @Allow(Right.CLOSE_CASE)
    @PostMapping("/cases/{id}/close")
    ResponseEntity<JteModel> close(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ClosingForm form) {
        var person = found(id).personId();
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.close(id, f.today())
                        .along(same.confirmed(person, form.born(), f.today()))
                        .then(input -> close.run(input, by)),
                done -> "/cases/" + done);
        return Answers.to(outcome, mistakes -> closePage(f, by, id, form, mistakes));
    }

    @Allow(Right.CLOSE_CASE)
    @GetMapping("/cases/{id}/reopen")
    JteModel reopenForm(Frame f, Actor by, @PathVariable UUID id) {
        return html.returnsReopen(f, bar(by, id), found(id), empty(f), Mistakes.NONE);
    }

    @Allow(Right.CLOSE_CASE)
    @PostMapping("/cases/{id}/reopen")
    ResponseEntity<JteModel> reopen(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute ClosingForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.reopen(id, f.today()).then(input -> reopen.run(input, by)),
                done -> "/cases/" + done);
        return Answers.to(outcome, mistakes -> html.returnsReopen(f, bar(by, id), found(id), form, mistakes));
    }

    private static ClosingForm empty(Frame f) {
        return new ClosingForm(Ids.next(), null, f.day(f.today()), null, null);
    }

    private JteModel closePage(Frame f, Actor by, UUID id, ClosingForm form, Mistakes mistakes) {
        var hasLeft = Objects.requireNonNull(transaction.execute(_ -> closings.obstacles(id, f.today())))
                .leftElsewhere();
        var reasons = Arrays.stream(ClosingReason.values())
                .filter(reason -> reason != ClosingReason.LEFT || hasLeft)
                .map(reason -> new Option(reason.name(), names.of(f, "case_closing", reason.name())))
                .toList();
        return html.returnsClose(
                f, bar(by, id), found(id), form, reasons, leftUndecided(id).orElse(null), mistakes);
    }

    private Optional<LocalDate> leftUndecided(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> closings.leftUndecided(id)));
    }

    private PersonBar bar(Actor by, UUID id) {
        var seen = found(id);
        return looks.at(
                by,
                "case.close",
                purposes.at(by, seen.personId(), id),
                seen.personId(),
                () -> persons.bar(seen.personId()).orElseThrow(NotFound::new));
    }

    private ReturnCase found(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> cases.find(id))).orElseThrow(NotFound::new);
    }
}
