package lv.vmis.register.ban;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.decision.BanLine;
import lv.vmis.register.decision.ChangeDraft;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.edge.UnsentForms;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Choices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Preparing and changing a decision that only bans (L5); from its draft on it goes the way of every decision. */
@RestController
class BanDraftPages {

    /** @param draft the open draft of the person's, when there is one */
    record Opened(PersonBar bar, @Nullable UUID draft) {}

    record Stored(PersonBar bar, Decision draft, List<BanLine> bans) {}

    private final Persons persons;
    private final Decisions decisions;
    private final PrepareBan prepare;
    private final ChangeDraft change;
    private final Choices choices;
    private final Purposes purposes;
    private final Looks looks;
    private final UnsentForms unsent;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    BanDraftPages(
            Persons persons,
            Decisions decisions,
            PrepareBan prepare,
            ChangeDraft change,
            Choices choices,
            Purposes purposes,
            Looks looks,
            UnsentForms unsent,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.persons = persons;
        this.decisions = decisions;
        this.prepare = prepare;
        this.change = change;
        this.choices = choices;
        this.purposes = purposes;
        this.looks = looks;
        this.unsent = unsent;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who has a draft already is led to it. */
    @Allow(Right.PREPARE_DECISION)
    @GetMapping("/persons/{id}/ban")
    ResponseEntity<JteModel> start(Frame f, Actor by, @PathVariable UUID id) {
        var opened = open(by, new PersonId(id));
        if (opened.draft() != null) {
            return to("/decisions/" + opened.draft());
        }
        var left = unsent.of(by, "/persons/" + id + "/ban");
        var blank = BanForm.of(Ids.next(), BanTerms.EMPTY);
        var form = left.map(each -> each.onto(blank)).orElse(blank);
        return ResponseEntity.ok(page(f, opened.bar(), form, null, Mistakes.NONE, UnsentForms.at(left)));
    }

    @Allow(Right.PREPARE_DECISION)
    @PostMapping("/persons/{id}/ban")
    ResponseEntity<JteModel> prepare(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute BanForm form) {
        var person = new PersonId(id);
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(f.today()).then(draft -> prepare.run(new PrepareBan.Input(person, draft), by)),
                decision -> "/decisions/" + decision);
        return Answers.to(outcome, mistakes -> page(f, open(by, person).bar(), form, null, mistakes, null));
    }

    @Allow(Right.TAKE_CASE)
    @GetMapping("/decisions/{id}/ban")
    ResponseEntity<JteModel> change(Frame f, Actor by, @PathVariable UUID id) {
        var stored = openDraft(by, id);
        if (!stored.draft().isWithPreparer() || !stored.draft().preparedBy().equals(by.account())) {
            return to("/decisions/" + id);
        }
        var left = unsent.of(by, "/decisions/" + id + "/ban");
        var now = BanForm.of(Ids.next(), stored.draft(), stored.bans());
        var form = left.map(each -> each.onto(now)).orElse(now);
        return ResponseEntity.ok(page(f, stored.bar(), form, stored, Mistakes.NONE, UnsentForms.at(left)));
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/decisions/{id}/ban")
    ResponseEntity<JteModel> change(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute BanForm form) {
        var outcome = once.run(
                form.key(),
                by,
                id + form.toString(),
                () -> form.parse(f.today())
                        .then(draft -> change.run(new ChangeDraft.Input(id, form.version(), draft), by)),
                _ -> "/decisions/" + id);
        return Answers.to(outcome, mistakes -> {
            var stored = openDraft(by, id);
            return page(f, stored.bar(), form.onto(stored.draft().version()), stored, mistakes, null);
        });
    }

    /** @param left when what is shown was typed and not sent */
    private JteModel page(
            Frame f, PersonBar bar, BanForm form, @Nullable Stored stored, Mistakes mistakes, @Nullable Instant left) {
        var id = stored == null ? null : stored.draft().id();
        return html.banDraft(f, bar, form, id, choices.bases("ban", f), mistakes, left);
    }

    private Opened open(Actor by, PersonId person) {
        return looks.at(
                by,
                "ban.prepare",
                purposes.at(by, person),
                person,
                () -> new Opened(
                        persons.bar(person).orElseThrow(NotFound::new),
                        decisions.banDraft(person).orElse(null)));
    }

    private Stored openDraft(Actor by, UUID id) {
        var seen = Objects.requireNonNull(transaction.execute(_ -> decisions.find(id)))
                .filter(found -> found.kind().isBan() && !found.isEntered())
                .orElseThrow(NotFound::new);
        var person = seen.personId();
        return looks.at(
                by,
                "ban.change",
                purposes.at(by, person),
                person,
                () -> new Stored(
                        persons.bar(person).orElseThrow(NotFound::new),
                        decisions.find(id).orElseThrow(NotFound::new),
                        decisions.bans(id)));
    }

    private static ResponseEntity<JteModel> to(String address) {
        return ResponseEntity.status(303).location(URI.create(address)).build();
    }
}
