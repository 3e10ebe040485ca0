package lv.vmis.register.joining;

import gg.jte.models.runtime.JteModel;
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
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.LikelyPersons;
import lv.vmis.register.reference.Names;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Joining and parting (P11): the records of a person, and a link with its preview and its steps. */
@RestController
class LinkPages {

    private final JoiningFile file;
    private final Links links;
    private final LikelyPersons likely;
    private final ApproveLink approve;
    private final DeclineLink decline;
    private final ProposeUndo proposeUndo;
    private final ApproveUndo approveUndo;
    private final DeclineUndo declineUndo;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final TransactionTemplate reading;
    private final Templates html;

    LinkPages(
            JoiningFile file,
            Links links,
            LikelyPersons likely,
            ApproveLink approve,
            DeclineLink decline,
            ProposeUndo proposeUndo,
            ApproveUndo approveUndo,
            DeclineUndo declineUndo,
            Names names,
            Purposes purposes,
            Looks looks,
            Once once,
            PlatformTransactionManager transactions,
            Templates html) {
        this.file = file;
        this.links = links;
        this.likely = likely;
        this.approve = approve;
        this.decline = decline;
        this.proposeUndo = proposeUndo;
        this.approveUndo = approveUndo;
        this.declineUndo = declineUndo;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/persons/{id}/joining")
    JteModel tab(Frame f, Actor by, @PathVariable UUID id) {
        var person = new PersonId(id);
        return looks.at(by, "person.joining", purposes.at(by, person), person, () -> {
            var bar = file.bar(person);
            var its = links.of(person);
            return html.joiningTab(
                    f, names, bar, file.health(person, its), ClusterGraph.of(bar.id(), bar.shownNumber(), its), its);
        });
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/links/{id}")
    JteModel show(Frame f, Actor by, @PathVariable UUID id) {
        return page(f, by, id, LinkForm.fresh(), Mistakes.NONE, "");
    }

    @Allow(Right.DECIDE_JOINING)
    @PostMapping("/links/{id}/approve")
    ResponseEntity<JteModel> approve(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute LinkForm form) {
        return step(
                f,
                by,
                id,
                form,
                "approve",
                () -> form.born(f.today())
                        .then(born -> approve.run(new ApproveLink.Input(id, form.version(), born), by)),
                done -> next(by, done));
    }

    @Allow(Right.DECIDE_JOINING)
    @PostMapping("/links/{id}/decline")
    ResponseEntity<JteModel> decline(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute LinkForm form) {
        return step(
                f,
                by,
                id,
                form,
                "decline",
                () -> form.why(f.today()).then(why -> decline.run(new DeclineLink.Input(id, form.version(), why), by)),
                done -> next(by, done));
    }

    @Allow(Right.PROPOSE_JOINING)
    @PostMapping("/links/{id}/undo")
    ResponseEntity<JteModel> undo(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute LinkForm form) {
        return step(
                f,
                by,
                id,
                form,
                "undo",
                () -> form.why(f.today())
                        .then(why -> proposeUndo.run(new ProposeUndo.Input(id, form.version(), why), by)),
                done -> "/links/" + done);
    }

    @Allow(Right.DECIDE_JOINING)
    @PostMapping("/links/{id}/approve-undo")
    ResponseEntity<JteModel> approveUndo(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute LinkForm form) {
        return step(
                f,
                by,
                id,
                form,
                "approve-undo",
                () -> approveUndo.run(new ApproveUndo.Input(id, form.version()), by),
                done -> next(by, done));
    }

    @Allow(Right.DECIDE_JOINING)
    @PostMapping("/links/{id}/decline-undo")
    ResponseEntity<JteModel> declineUndo(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute LinkForm form) {
        return step(
                f,
                by,
                id,
                form,
                "decline-undo",
                () -> form.why(f.today())
                        .then(why -> declineUndo.run(new DeclineUndo.Input(id, form.version(), why), by)),
                done -> next(by, done));
    }

    /** What waits next for this official; what was just dealt with when nothing does. */
    private String next(Actor by, UUID done) {
        return "/links/" + links.next(by).orElse(done);
    }

    private ResponseEntity<JteModel> step(
            Frame f,
            Actor by,
            UUID id,
            LinkForm form,
            String step,
            Supplier<Outcome<UUID>> action,
            Function<UUID, String> answer) {
        return Answers.to(
                once.run(form.key(), by, id + step + form, action, answer),
                mistakes -> page(f, by, id, form, mistakes, step));
    }

    private JteModel page(Frame f, Actor by, UUID id, LinkForm form, Mistakes mistakes, String step) {
        var link = Objects.requireNonNull(reading.execute(_ -> links.find(id))).orElseThrow(NotFound::new);
        var purpose = by.may(Right.PROPOSE_JOINING) || by.may(Right.DECIDE_JOINING)
                ? Purpose.DUPLICATE
                : purposes.at(by, link.headId());
        return looks.at(
                by,
                "joining.link",
                purpose,
                () -> html.joiningLink(f, names, file.link(id), likely.weights(), form, mistakes, step),
                _ -> List.of(link.headId(), link.memberId()));
    }
}
