package lv.vmis.register.whereabouts;

import gg.jte.models.runtime.JteModel;
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
import lv.vmis.register.person.Persons;
import lv.vmis.register.person.SamePerson;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Names;
import lv.vmis.register.returns.ReturnCase;
import lv.vmis.register.returns.ReturnCases;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the person of a case is: that nobody knows, what is done to find him, and that he was found. */
@RestController
class WhereaboutsPages {

    private final Whereabouts whereabouts;
    private final NoteWhereabouts note;
    private final ReturnCases cases;
    private final Persons persons;
    private final SamePerson same;
    private final LegalParameters parameters;
    private final Choices choices;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    WhereaboutsPages(
            Whereabouts whereabouts,
            NoteWhereabouts note,
            ReturnCases cases,
            Persons persons,
            SamePerson same,
            LegalParameters parameters,
            Choices choices,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.whereabouts = whereabouts;
        this.note = note;
        this.cases = cases;
        this.persons = persons;
        this.same = same;
        this.parameters = parameters;
        this.choices = choices;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Allow(Right.TAKE_CASE)
    @GetMapping("/cases/{id}/whereabouts")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        var last = f.today().plus(parameters.period(NoteWhereabouts.RULE, f.today()));
        var form = new WhereaboutsForm(Ids.next(), null, null, f.day(f.today()), null, f.day(last), null);
        return page(f, by, id, form, Mistakes.NONE);
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/cases/{id}/whereabouts")
    ResponseEntity<JteModel> note(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute WhereaboutsForm form) {
        var person = found(id).personId();
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, f.today())
                        .along(same.confirmed(person, form.born(), f.today()))
                        .then(input -> note.run(input, by)),
                done -> "/cases/" + done);
        return Answers.to(outcome, mistakes -> page(f, by, id, form, mistakes));
    }

    private JteModel page(Frame f, Actor by, UUID id, WhereaboutsForm form, Mistakes mistakes) {
        var person = found(id).personId();
        var file = looks.at(
                by,
                "whereabouts.show",
                purposes.at(by, person, id),
                person,
                () -> new WhereaboutsFile(
                        cases.find(id).orElseThrow(NotFound::new),
                        persons.bar(person).orElseThrow(NotFound::new),
                        whereabouts.of(id),
                        whereabouts.standing(id).departedOn() == null,
                        parameters.get(NoteWhereabouts.RULE, f.today())));
        return html.whereaboutsShow(f, names, file, form, kinds(f, file), mistakes);
    }

    /** Whoever is not missing can only become so. */
    private List<Option> kinds(Frame f, WhereaboutsFile file) {
        return choices.of("whereabouts", f).stream()
                .filter(option -> file.isMissing() != option.value().equals(SearchState.UNKNOWN.name()))
                .toList();
    }

    private ReturnCase found(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> cases.find(id))).orElseThrow(NotFound::new);
    }
}
