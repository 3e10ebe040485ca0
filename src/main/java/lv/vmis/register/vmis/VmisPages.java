package lv.vmis.register.vmis;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Outbox;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Names;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What VMIS holds of a person: asking it, and what it told. */
@RestController
class VmisPages {

    private final VmisNotices notices;
    private final AskVmis ask;
    private final Outbox outbox;
    private final Persons persons;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;

    VmisPages(
            VmisNotices notices,
            AskVmis ask,
            Outbox outbox,
            Persons persons,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html) {
        this.notices = notices;
        this.ask = ask;
        this.outbox = outbox;
        this.persons = persons;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
    }

    // Whether somebody asked for asylum is for those who work on his case.
    @Allow(Right.SEE_SPECIAL)
    @GetMapping("/persons/{id}/vmis")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        return page(f, by, new PersonId(id), Mistakes.NONE);
    }

    @Allow(Right.PREPARE_DECISION)
    @PostMapping("/persons/{id}/vmis")
    ResponseEntity<JteModel> ask(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AskForm form) {
        var person = new PersonId(id);
        var outcome = once.run(form.key(), by, "vmis" + id, () -> ask.run(person, by), _ -> "/persons/" + id + "/vmis");
        return Answers.to(outcome, mistakes -> page(f, by, person, mistakes));
    }

    private JteModel page(Frame f, Actor by, PersonId person, Mistakes mistakes) {
        var file = looks.at(
                by,
                "person.vmis",
                purposes.at(by, person),
                person,
                () -> new VmisFile(
                        persons.bar(person).orElseThrow(NotFound::new),
                        outbox.of(person).stream()
                                .filter(sent -> sent.to() == Correspondent.VMIS)
                                .toList(),
                        notices.of(person)));
        return html.vmisShow(f, names, file, mistakes);
    }
}
