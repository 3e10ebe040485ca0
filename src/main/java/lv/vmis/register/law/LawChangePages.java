package lv.vmis.register.law;

import gg.jte.models.runtime.JteModel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Amendment;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.reference.LegalBasis;
import lv.vmis.register.reference.LegalParameter;
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

/** Changes of the law: what was proposed, the form, whom a change touches, and the answer of another official. */
@RestController
class LawChangePages {

    private static final String HERE = "/reference/changes";
    private static final int PAGE = 50;

    private final Proposals proposals;
    private final LawTrial trial;
    private final GroundTrial groundTrial;
    private final Law law;
    private final GroundWords words;
    private final ProposeLawChange propose;
    private final ApproveLawChange approve;
    private final DeclineLawChange decline;
    private final WithdrawLawChange withdraw;
    private final Once once;
    private final Looks looks;
    private final TransactionTemplate reading;
    private final Templates html;

    LawChangePages(
            Proposals proposals,
            LawTrial trial,
            GroundTrial groundTrial,
            Law law,
            GroundWords words,
            ProposeLawChange propose,
            ApproveLawChange approve,
            DeclineLawChange decline,
            WithdrawLawChange withdraw,
            Once once,
            Looks looks,
            PlatformTransactionManager transactions,
            Templates html) {
        this.proposals = proposals;
        this.trial = trial;
        this.groundTrial = groundTrial;
        this.law = law;
        this.words = words;
        this.propose = propose;
        this.approve = approve;
        this.decline = decline;
        this.withdraw = withdraw;
        this.once = once;
        this.looks = looks;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.SEE_REFERENCE)
    @GetMapping(HERE)
    JteModel list(Frame f) {
        var all = Objects.requireNonNull(reading.execute(_ -> proposals.all()));
        return html.lawChanges(f, all, law.parameters(), words);
    }

    @Allow(Right.CHANGE_LAW)
    @GetMapping(HERE + "/new")
    JteModel form(
            Frame f,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String code) {
        var form = LawChangeForm.fresh(ChangeKind.typed(kind), code);
        return form(f, form, ground(f, form).map(GroundForm::of).orElse(GroundForm.EMPTY), Mistakes.NONE);
    }

    /** The ground that is to change, as it stands. */
    private Optional<LegalBasis> ground(Frame f, LawChangeForm form) {
        return form.code() == null || form.changes() != ChangeKind.GROUND_CHANGED
                ? Optional.empty()
                : law.bases().find(form.code(), f.today());
    }

    @Allow(Right.CHANGE_LAW)
    @PostMapping(HERE)
    ResponseEntity<JteModel> propose(
            Frame f, Actor by, @ModelAttribute LawChangeForm form, @ModelAttribute GroundForm ground) {
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        "propose" + form + ground,
                        () -> proposed(f, form, ground)
                                .then(change -> propose.run(new ProposeLawChange.Input(change), by)),
                        done -> HERE + "/" + done),
                mistakes -> form(f, form, ground, mistakes));
    }

    private Outcome<? extends Amendment> proposed(Frame f, LawChangeForm form, GroundForm ground) {
        return form.changes() == ChangeKind.VALUE
                ? form.proposed(f.today(), law.parameters())
                : ground.parse(
                        form,
                        f.today(),
                        law.bases(),
                        ChangeOptions.values(words.institutions(f)),
                        ChangeOptions.values(words.limits(f)));
    }

    @Allow(Right.SEE_REFERENCE)
    @GetMapping(HERE + "/{id}")
    JteModel show(Frame f, @PathVariable UUID id) {
        return page(f, id, LawChangeForm.fresh(ChangeKind.VALUE, null), Mistakes.NONE, "");
    }

    @Allow(Right.APPROVE_LAW)
    @PostMapping(HERE + "/{id}/approve")
    ResponseEntity<JteModel> approve(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute LawChangeForm form) {
        return step(f, by, id, form, "approve", () -> approve.run(new ApproveLawChange.Input(id, form.seen()), by));
    }

    @Allow(Right.APPROVE_LAW)
    @PostMapping(HERE + "/{id}/decline")
    ResponseEntity<JteModel> decline(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute LawChangeForm form) {
        return step(
                f,
                by,
                id,
                form,
                "decline",
                () -> form.why(f.today())
                        .then(why -> decline.run(new DeclineLawChange.Input(id, form.seen(), why), by)));
    }

    @Allow(Right.CHANGE_LAW)
    @PostMapping(HERE + "/{id}/withdraw")
    ResponseEntity<JteModel> withdraw(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute LawChangeForm form) {
        return step(
                f,
                by,
                id,
                form,
                "withdraw",
                () -> form.why(f.today())
                        .then(why -> withdraw.run(new WithdrawLawChange.Input(id, form.seen(), why), by)));
    }

    /** Whom a proposal touches, before it is approved. */
    @Allow(Right.TRY_LAW)
    @GetMapping(HERE + "/{id}/trial")
    JteModel trial(Frame f, Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "0") int after) {
        var proposal = found(id);
        if (proposal.state() != Proposal.State.WAITING) {
            throw new NotFound();
        }
        var result = tried(proposal.change(), by, after);
        return html.lawTrial(
                f, Mistakes.NONE, LawChangeForm.fresh(ChangeKind.VALUE, null), options(f), proposal, result, words);
    }

    /** Whom a value and a day would touch that nobody has proposed; nothing of it is stored but the look. */
    @Allow(Right.TRY_LAW)
    @GetMapping(HERE + "/try")
    ResponseEntity<JteModel> whatIf(
            Frame f, Actor by, @ModelAttribute LawChangeForm form, @RequestParam(defaultValue = "0") int after) {
        if (form.value() == null && form.validFrom() == null) {
            return ResponseEntity.ok(html.lawTrial(f, Mistakes.NONE, form, options(f), null, null, words));
        }
        return switch (form.tried(f.today(), law.parameters())) {
            case Done<LawChange>(var change) ->
                ResponseEntity.ok(
                        html.lawTrial(f, Mistakes.NONE, form, options(f), null, tried(change, by, after), words));
            case Refused<LawChange>(var mistakes) ->
                ResponseEntity.unprocessableContent()
                        .body(html.lawTrial(f, new Mistakes(mistakes), form, options(f), null, null, words));
        };
    }

    /** Names are read and shown, and the look recorded, only for who sees persons; everybody else gets the figures. */
    private TrialPage tried(Amendment change, Actor by, int after) {
        var seesPersons = by.may(Right.SEE_PERSON);
        return looks.searching(
                        by,
                        "law.trial",
                        Purpose.TASK_LIST,
                        Map.of("change", change),
                        () -> TrialPage.of(
                                change,
                                change instanceof LawChange value ? ending(value) : null,
                                change instanceof GroundChange ground ? groundTrial.of(ground) : null,
                                trial.of(change),
                                seesPersons,
                                after,
                                PAGE),
                        page -> page.shown().stream()
                                .map(one -> one.before().personId())
                                .distinct()
                                .toList())
                .value();
    }

    private LegalParameter ending(LawChange change) {
        return law.parameters().ending(change.code(), change.validFrom()).orElseThrow(NotFound::new);
    }

    private ResponseEntity<JteModel> step(
            Frame f, Actor by, UUID id, LawChangeForm form, String step, Supplier<Outcome<UUID>> action) {
        return Answers.to(
                once.run(form.key(), by, id + step + form, action, done -> HERE + "/" + done),
                mistakes -> page(f, id, form, mistakes, step));
    }

    private JteModel page(Frame f, UUID id, LawChangeForm form, Mistakes mistakes, String step) {
        var proposal = found(id);
        var before = proposal.kind() == ChangeKind.VALUE
                ? law.parameters()
                        .find(proposal.code(), proposal.validFrom().minusDays(1))
                        .orElseThrow(NotFound::new)
                : null;
        return html.lawChange(f, proposal, before, words, form, mistakes, step);
    }

    private Proposal found(UUID id) {
        return Objects.requireNonNull(reading.execute(_ -> proposals.find(id))).orElseThrow(NotFound::new);
    }

    private JteModel form(Frame f, LawChangeForm form, GroundForm ground, Mistakes mistakes) {
        var options = switch (form.changes()) {
            case VALUE -> ChangeOptions.of(options(f));
            case GROUND_ENDED -> ChangeOptions.of(words.inForce(f));
            case GROUND_ADDED, GROUND_CHANGED ->
                new ChangeOptions(
                        words.inForce(f), words.uses(f), words.sisBases(f), words.limits(f), words.institutions(f));
        };
        return html.lawForm(f, mistakes, form, ground, options);
    }

    /** The parameters in force today, with the value they have. */
    private List<Option> options(Frame f) {
        return inForce(f)
                .map(row -> new Option(
                        row.code(),
                        "%s – %s (%s)"
                                .formatted(
                                        row.said().in(f.language()),
                                        row.shown(),
                                        f.name("reference.unit", row.unit()).toLowerCase(Locale.ROOT))))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }

    private Stream<LegalParameter> inForce(Frame f) {
        return law.parameters().all().stream().filter(row -> row.isInForce(f.today()));
    }
}
