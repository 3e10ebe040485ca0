package lv.vmis.register.person;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages of a person. */
@RestController
class PersonPages {

    private static final int LATEST = 10;
    private static final int MOST = 200;

    private final Persons persons;
    private final PersonFile file;
    private final Facts facts;
    private final FactTexts texts;
    private final OpenLikenesses likenesses;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Templates html;

    PersonPages(
            Persons persons,
            PersonFile file,
            Facts facts,
            FactTexts texts,
            OpenLikenesses likenesses,
            Names names,
            Purposes purposes,
            Looks looks,
            Templates html) {
        this.persons = persons;
        this.file = file;
        this.facts = facts;
        this.texts = texts;
        this.likenesses = likenesses;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.html = html;
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/persons/{id}")
    JteModel summary(Frame f, Actor by, @PathVariable UUID id) {
        var person = new PersonId(id);
        return look(
                by,
                "person.summary",
                person,
                () -> html.personSummary(
                        f,
                        names,
                        texts,
                        bar(person),
                        cautions(person, f),
                        file.identities(person),
                        file.documents(person),
                        file.bans(person),
                        file.decisions(person),
                        file.events(person, LATEST),
                        file.records(person),
                        likenesses.of(person)));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/persons/{id}/identities")
    JteModel identities(Frame f, Actor by, @PathVariable UUID id) {
        var person = new PersonId(id);
        return look(
                by,
                "person.identities",
                person,
                () -> html.personIdentities(f, texts, bar(person), facts.of(person), file.records(person)));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/persons/{id}/cases")
    JteModel cases(Frame f, Actor by, @PathVariable UUID id) {
        var person = new PersonId(id);
        return look(
                by,
                "person.cases",
                person,
                () -> html.personCases(
                        f,
                        names,
                        bar(person),
                        file.cases(person),
                        file.detentions(person),
                        file.decisions(person),
                        file.changes(person),
                        file.certificates(person),
                        file.oldRows(person),
                        file.records(person)));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/persons/{id}/bans")
    JteModel bans(Frame f, Actor by, @PathVariable UUID id) {
        var person = new PersonId(id);
        return look(
                by,
                "person.bans",
                person,
                () -> html.personBans(f, names, bar(person), file.bans(person), file.records(person)));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/persons/{id}/history")
    JteModel history(Frame f, Actor by, @PathVariable UUID id) {
        var person = new PersonId(id);
        return look(
                by,
                "person.history",
                person,
                () -> html.personHistory(f, names, bar(person), file.events(person, MOST)));
    }

    @Allow(Right.SEE_LOOKS)
    @GetMapping("/persons/{id}/looks")
    JteModel looks(Frame f, Actor by, @PathVariable UUID id) {
        var person = new PersonId(id);
        return look(
                by, "person.looks", person, () -> html.personLooks(f, names, bar(person), file.looks(person, MOST)));
    }

    /** What whoever meets the person should know today: warnings, and why he needs particular care. */
    private List<FactRow> cautions(PersonId person, Frame f) {
        var seen = FactKind.openTo(f.someone());
        return facts.of(person).stream()
                .filter(fact -> fact.kind() == FactKind.WARNING || fact.kind() == FactKind.VULNERABILITY)
                .filter(fact -> seen.contains(fact.kind()) && fact.holdsOn(f.today()))
                .toList();
    }

    private JteModel look(Actor by, String operation, PersonId person, Supplier<JteModel> page) {
        return looks.at(by, operation, purposes.at(by, person), person, page);
    }

    private PersonBar bar(PersonId person) {
        return persons.bar(person).orElseThrow(NotFound::new);
    }
}
