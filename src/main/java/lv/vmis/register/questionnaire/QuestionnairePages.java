package lv.vmis.register.questionnaire;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Decisions;
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
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The questionnaire for a travel document: filled in, read, and replaced by a new version. */
@RestController
class QuestionnairePages {

    private final Questionnaires questionnaires;
    private final FillQuestionnaire fill;
    private final Decisions decisions;
    private final Persons persons;
    private final SamePerson same;
    private final Choices choices;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    QuestionnairePages(
            Questionnaires questionnaires,
            FillQuestionnaire fill,
            Decisions decisions,
            Persons persons,
            SamePerson same,
            Choices choices,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.questionnaires = questionnaires;
        this.fill = fill;
        this.decisions = decisions;
        this.persons = persons;
        this.same = same;
        this.choices = choices;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Allow(Right.EXECUTE_REMOVAL)
    @GetMapping("/decisions/{id}/removal/questionnaire")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        return page(f, by, id, null, Mistakes.NONE);
    }

    @Allow(Right.EXECUTE_REMOVAL)
    @PostMapping("/decisions/{id}/removal/questionnaire")
    ResponseEntity<JteModel> fill(Frame f, Actor by, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        var form = QuestionnaireForm.of(sent);
        var person = found(id).personId();
        var questions =
                choices.of("questionnaire_item", f).stream().map(Option::value).toList();
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(id, questions, f.today())
                        .along(same.confirmed(person, form.value("born"), f.today()))
                        .then(input -> fill.run(input, by)),
                decision -> "/decisions/" + decision + "/removal");
        return Answers.to(outcome, mistakes -> page(f, by, id, form, mistakes));
    }

    private JteModel page(Frame f, Actor by, UUID id, @Nullable QuestionnaireForm typed, Mistakes mistakes) {
        var seen = found(id);
        var file = looks.at(
                by,
                "questionnaire.show",
                purposes.at(by, seen.personId(), seen.caseId()),
                seen.personId(),
                () -> new QuestionnaireFile(
                        decisions.find(id).orElseThrow(NotFound::new),
                        persons.bar(seen.personId()).orElseThrow(NotFound::new),
                        questionnaires.of(id)));
        var form = typed == null
                ? QuestionnaireForm.of(Ids.next(), file.versions().stream().findFirst())
                : typed;
        return html.questionnaireShow(
                f, names, file, form, choices.of("questionnaire_item", f), choices.of("language", f), mistakes);
    }

    private Decision found(UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> decisions.find(id)))
                .filter(one -> one.kind() == DecisionKind.REMOVAL && one.isSigned())
                .orElseThrow(NotFound::new);
    }
}
