package lv.vmis.register.sis;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Outbox;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Choices;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The alerts on a person (P7), the desk of all, and the forms about them. */
@RestController
class AlertPages {

    private final Alerts alerts;
    private final Standings standings;
    private final SisNotices notices;
    private final Consultations consultations;
    private final AlertDesk desk;
    private final AlertSteps steps;
    private final Outbox outbox;
    private final ToldFields told;
    private final Persons persons;
    private final Codes codes;
    private final Choices choices;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    AlertPages(
            Alerts alerts,
            Standings standings,
            SisNotices notices,
            Consultations consultations,
            AlertDesk desk,
            AlertSteps steps,
            Outbox outbox,
            ToldFields told,
            Persons persons,
            Codes codes,
            Choices choices,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.alerts = alerts;
        this.standings = standings;
        this.notices = notices;
        this.consultations = consultations;
        this.desk = desk;
        this.steps = steps;
        this.outbox = outbox;
        this.told = told;
        this.persons = persons;
        this.codes = codes;
        this.choices = choices;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What waits is a task list, so no case has to be named to see it. */
    @Allow(Right.KEEP_ALERTS)
    @GetMapping("/sis")
    JteModel desk(Frame f, Actor by) {
        return html.sisDesk(f, names, looks.at(by, "sis.desk", Purpose.TASK_LIST, desk::board, AlertBoard::persons));
    }

    @Allow(Right.KEEP_ALERTS)
    @GetMapping("/sis/lists/{list}")
    JteModel list(Frame f, Actor by, @PathVariable String list, @RequestParam(required = false) @Nullable UUID after) {
        var which = AlertList.at(list).orElseThrow(NotFound::new);
        return html.sisList(
                f,
                names,
                looks.at(by, "sis.desk", Purpose.TASK_LIST, () -> desk.page(which, after), AlertBoard.Listed::persons));
    }

    @Allow(Right.KEEP_ALERTS)
    @GetMapping("/sis/figures")
    JteModel figures(Frame f, Actor by, @RequestParam(required = false) @Nullable Integer year) {
        var of = year == null ? f.today().getYear() : Math.clamp(year, 2000, 2999);
        var figures = looks.at(by, "sis.figures", Purpose.TASK_LIST, () -> desk.figures(of), _ -> List.of());
        return html.sisFigures(f, figures, of);
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/persons/{id}/sis")
    JteModel tab(Frame f, Actor by, @PathVariable UUID id) {
        return tab(f, by, new PersonId(id), Mistakes.NONE);
    }

    private JteModel tab(Frame f, Actor by, PersonId person, Mistakes mistakes) {
        var file = file(by, person, "person.sis");
        var messages =
                file.messages().stream().map(message -> told.of(message, f)).toList();
        return html.sisTab(f, names, file, messages, AlertForm.fresh(0), mistakes);
    }

    private AlertFile file(Actor by, PersonId person, String look) {
        return looks.at(by, look, purposes.at(by, person), person, () -> file(person));
    }

    private AlertFile file(PersonId person) {
        var head = persons.head(person);
        return new AlertFile(
                persons.bar(person).orElseThrow(NotFound::new),
                standings.of(head),
                alerts.of(head),
                notices.of(head),
                consultations.of(head),
                alerts.particulars(head).orElse(null),
                outbox.told(person, Correspondent.NSIS),
                desk.warning());
    }

    @Allow(Right.KEEP_ALERTS)
    @GetMapping("/persons/{id}/sis/particulars")
    JteModel particulars(Frame f, Actor by, @PathVariable UUID id) {
        var file = file(by, new PersonId(id), "sis.particulars");
        return html.sisParticulars(
                f, file, AlertForm.of(file.particulars()), choices.of("alert_offence", f), Mistakes.NONE);
    }

    @Allow(Right.KEEP_ALERTS)
    @PostMapping("/persons/{id}/sis/particulars")
    ResponseEntity<JteModel> note(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AlertForm form) {
        var person = new PersonId(id);
        return answered(
                by,
                id,
                form,
                () -> form.particulars(person, new Parse(f.today()), code -> isOffence(code, f.today()))
                        .then(input -> steps.note.run(input, by)),
                mistakes -> html.sisParticulars(
                        f, file(by, person, "sis.particulars"), form, choices.of("alert_offence", f), mistakes));
    }

    private boolean isOffence(String code, LocalDate day) {
        return codes.isInForce("alert_offence", code, day);
    }

    @Allow(Right.KEEP_ALERTS)
    @GetMapping("/sis/consultations/{id}")
    JteModel consultation(Frame f, Actor by, @PathVariable UUID id) {
        return consultation(f, by, id, AlertForm.fresh(0), Mistakes.NONE);
    }

    private JteModel consultation(Frame f, Actor by, UUID id, AlertForm form, Mistakes mistakes) {
        var one = found(() -> consultations.find(id).orElseThrow(NotFound::new));
        var file = file(by, one.personId(), "sis.consultation");
        var answers = Arrays.stream(Consultation.Answer.values())
                .filter(answer -> answer.isFor(one.kind()))
                .map(answer -> new Option(answer.name(), f.name("sis.answer", answer)))
                .toList();
        return html.sisConsultation(f, names, file, one, form, answers, mistakes);
    }

    @Allow(Right.KEEP_ALERTS)
    @PostMapping("/sis/consultations/{id}")
    ResponseEntity<JteModel> answer(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AlertForm form) {
        return answered(
                by,
                id,
                form,
                () -> form.consultation(id, new Parse(f.today())).then(input -> steps.consultation.run(input, by)),
                mistakes -> consultation(f, by, id, form, mistakes));
    }

    @Allow(Right.KEEP_ALERTS)
    @GetMapping("/sis/notices/{id}")
    JteModel notice(Frame f, Actor by, @PathVariable UUID id) {
        return notice(f, by, id, AlertForm.fresh(0), Mistakes.NONE);
    }

    private JteModel notice(Frame f, Actor by, UUID id, AlertForm form, Mistakes mistakes) {
        var one = found(() -> notices.find(id).orElseThrow(NotFound::new));
        var answers = Arrays.stream(SisNotice.Answer.values())
                .filter(answer -> answer == SisNotice.Answer.NOTED || one.kind().isHit())
                .map(answer -> new Option(answer.name(), f.name("sis.noticed", answer)))
                .toList();
        return html.sisNotice(f, names, file(by, one.personId(), "sis.notice"), one, form, answers, mistakes);
    }

    @Allow(Right.KEEP_ALERTS)
    @PostMapping("/sis/notices/{id}")
    ResponseEntity<JteModel> noticed(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AlertForm form) {
        return answered(
                by,
                id,
                form,
                () -> form.notice(id, new Parse(f.today())).then(input -> steps.notice.run(input, by)),
                mistakes -> notice(f, by, id, form, mistakes));
    }

    @Allow(Right.KEEP_ALERTS)
    @GetMapping("/sis/alerts/{id}/review")
    JteModel review(Frame f, Actor by, @PathVariable UUID id) {
        return review(f, by, id, AlertForm.fresh(alert(id).version()), Mistakes.NONE);
    }

    private JteModel review(Frame f, Actor by, UUID id, AlertForm form, Mistakes mistakes) {
        var one = alert(id);
        return html.sisReview(f, file(by, one.personId(), "sis.review"), one, form, mistakes);
    }

    @Allow(Right.KEEP_ALERTS)
    @PostMapping("/sis/alerts/{id}/review")
    ResponseEntity<JteModel> reviewed(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AlertForm form) {
        return answered(
                by,
                id,
                form,
                () -> form.review(id, new Parse(f.today())).then(input -> steps.review.run(input, by)),
                mistakes -> review(f, by, id, form, mistakes));
    }

    @Allow(Right.KEEP_ALERTS)
    @PostMapping("/sis/alerts/{id}/again")
    ResponseEntity<JteModel> again(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AlertForm form) {
        return answered(
                by,
                id,
                form,
                () -> form.again(id, new Parse(f.today())).then(input -> steps.again.run(input, by)),
                mistakes -> tab(f, by, alert(id).personId(), mistakes));
    }

    private Alert alert(UUID id) {
        return found(() -> alerts.find(id).orElseThrow(NotFound::new));
    }

    private ResponseEntity<JteModel> answered(
            Actor by, UUID id, AlertForm form, Supplier<Outcome<PersonId>> step, Function<Mistakes, JteModel> page) {
        var outcome = once.run(form.key(), by, id + form.toString(), step, head -> "/persons/" + head + "/sis");
        return Answers.to(outcome, page);
    }

    private <T> T found(Supplier<T> read) {
        return Objects.requireNonNull(transaction.execute(_ -> read.get()));
    }
}
