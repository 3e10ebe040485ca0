package lv.vmis.register.returns;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import lv.vmis.register.reference.Names;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taking on a case, handing it to a colleague, giving it back. */
@RestController
class AssignPages {

    private final AssignCase assign;
    private final Colleagues colleagues;
    private final ReturnCases cases;
    private final Persons persons;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    AssignPages(
            AssignCase assign,
            Colleagues colleagues,
            ReturnCases cases,
            Persons persons,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.assign = assign;
        this.colleagues = colleagues;
        this.cases = cases;
        this.persons = persons;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A case, whose its next step is, and who may take it. */
    private record Shown(PersonBar bar, Colleagues.HeldStep step, List<Colleagues.Colleague> colleagues) {}

    @Allow(Right.TAKE_CASE)
    @GetMapping("/cases/{id}/assign")
    JteModel form(Frame f, Actor by, @PathVariable UUID id) {
        return page(f, by, id, Mistakes.NONE);
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/cases/{id}/assign")
    ResponseEntity<JteModel> assign(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AssignForm form) {
        var outcome = once.run(
                form.key(), by, id + form.toString(), () -> assign.run(form.parse(id), by), done -> "/cases/" + done);
        return Answers.to(outcome, mistakes -> page(f, by, id, mistakes));
    }

    private JteModel page(Frame f, Actor by, UUID id, Mistakes mistakes) {
        var seen =
                Objects.requireNonNull(transaction.execute(_ -> cases.find(id))).orElseThrow(NotFound::new);
        var shown = looks.at(
                by,
                "case.assign",
                purposes.at(by, seen.personId(), id),
                seen.personId(),
                () -> new Shown(
                        persons.bar(seen.personId()).orElseThrow(NotFound::new),
                        Objects.requireNonNullElseGet(
                                colleagues.step(id), () -> new Colleagues.HeldStep("", null, null)),
                        colleagues.of(by.institution())));
        var options = new ArrayList<Option>();
        options.add(new Option("", f.t("returns.held-by-nobody")));
        shown.colleagues()
                .forEach(one ->
                        options.add(new Option(one.id().toString(), one.name() + ", " + names.unit(f, one.unit()))));
        var holder = shown.step().holder();
        var form = new AssignForm(
                Ids.next(),
                holder == null ? "" : holder.toString(),
                by.account().toString());
        return html.returnsAssign(f, shown.bar(), seen, form, shown.step().holderName(), options, mistakes);
    }
}
