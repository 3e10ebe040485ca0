package lv.vmis.register.legacy.taking;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The card of an old register beside the person. */
@RestController
class OldCardPages {

    private final Outcomes outcomes;
    private final Persons persons;
    private final Purposes purposes;
    private final Looks looks;
    private final Templates html;

    OldCardPages(Outcomes outcomes, Persons persons, Purposes purposes, Looks looks, Templates html) {
        this.outcomes = outcomes;
        this.persons = persons;
        this.purposes = purposes;
        this.looks = looks;
        this.html = html;
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/persons/{id}/old/{file}/{row}")
    JteModel card(Frame f, Actor by, @PathVariable UUID id, @PathVariable UUID file, @PathVariable long row) {
        var person = new PersonId(id);
        return looks.at(
                by,
                "person.old-row",
                purposes.at(by, person),
                person,
                () -> html.legacyCard(
                        f,
                        persons.bar(person).orElseThrow(NotFound::new),
                        outcomes.card(id, file, row).orElseThrow(NotFound::new)));
    }
}
