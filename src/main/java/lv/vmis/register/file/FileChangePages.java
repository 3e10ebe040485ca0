package lv.vmis.register.file;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Correcting what is said about a file, and withdrawing it. */
@RestController
class FileChangePages {

    private final Opening opening;
    private final CorrectFile correct;
    private final WithdrawFile withdraw;
    private final Persons persons;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final Clock clock;

    FileChangePages(
            Opening opening,
            CorrectFile correct,
            WithdrawFile withdraw,
            Persons persons,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            Clock clock) {
        this.opening = opening;
        this.correct = correct;
        this.withdraw = withdraw;
        this.persons = persons;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.clock = clock;
    }

    @Allow(Right.ADD_FILES)
    @GetMapping("/files/{id}/correct")
    JteModel correctForm(Frame f, Actor by, @PathVariable UUID id) {
        var file = opening.found(id);
        return page(f, by, file, FileForm.of(file), true, Mistakes.NONE);
    }

    @Allow(Right.ADD_FILES)
    @PostMapping("/files/{id}/correct")
    ResponseEntity<JteModel> correct(Frame f, Actor by, @PathVariable UUID id, FileForm form) {
        var key = Parse.id("key", form.key());
        var file = opening.found(id);
        return answer(
                f,
                by,
                file,
                form,
                true,
                form.correction(file, LocalDate.now(clock))
                        .then(input ->
                                once.run(key, by, form, () -> correct.run(input, by), done -> "/files/" + done)));
    }

    @Allow(Right.ADD_FILES)
    @GetMapping("/files/{id}/withdraw")
    JteModel withdrawForm(Frame f, Actor by, @PathVariable UUID id) {
        var file = opening.found(id);
        return page(f, by, file, FileForm.of(file), false, Mistakes.NONE);
    }

    @Allow(Right.ADD_FILES)
    @PostMapping("/files/{id}/withdraw")
    ResponseEntity<JteModel> withdraw(Frame f, Actor by, @PathVariable UUID id, FileForm form) {
        var key = Parse.id("key", form.key());
        var file = opening.found(id);
        return answer(
                f,
                by,
                file,
                form,
                false,
                form.withdrawal(file, LocalDate.now(clock))
                        .then(input ->
                                once.run(key, by, form, () -> withdraw.run(input, by), done -> "/files/" + done)));
    }

    private ResponseEntity<JteModel> answer(
            Frame f, Actor by, StoredFile file, FileForm form, boolean corrects, Outcome<String> outcome) {
        return Answers.to(outcome, mistakes -> {
            var fresh = opening.found(file.id());
            return page(f, by, fresh, form.on(fresh), corrects, mistakes);
        });
    }

    private JteModel page(Frame f, Actor by, StoredFile file, FileForm form, boolean corrects, Mistakes mistakes) {
        return looks.at(by, "file.change", purposes.at(by, file.personId()), file.personId(), () -> {
            var bar = persons.bar(file.personId()).orElseThrow();
            return corrects
                    ? html.fileCorrect(f, bar, file, form, mistakes)
                    : html.fileWithdraw(f, bar, file, form, mistakes);
        });
    }
}
