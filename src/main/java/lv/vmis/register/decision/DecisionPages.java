package lv.vmis.register.decision;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of decisions, a decision (L10), its steps up to the signature, and its printed form. */
@RestController
class DecisionPages {

    private static final int PAGE = 50;
    private static final String ALL = "all";

    private final DecisionDesk desk;
    private final DecisionLists lists;
    private final DecisionWords words;
    private final Decisions decisions;
    private final ReturnCases cases;
    private final Purposes purposes;
    private final PrintedDecisions printed;
    private final SendForSignature send;
    private final ReturnDraft giveBack;
    private final WithdrawDraft withdraw;
    private final TakeOverDraft takeOver;
    private final SignDecision sign;
    private final Looks looks;
    private final Once once;
    private final Templates html;

    DecisionPages(
            DecisionDesk desk,
            DecisionLists lists,
            DecisionWords words,
            Decisions decisions,
            ReturnCases cases,
            Purposes purposes,
            PrintedDecisions printed,
            SendForSignature send,
            ReturnDraft giveBack,
            WithdrawDraft withdraw,
            TakeOverDraft takeOver,
            SignDecision sign,
            Looks looks,
            Once once,
            Templates html) {
        this.desk = desk;
        this.lists = lists;
        this.words = words;
        this.decisions = decisions;
        this.cases = cases;
        this.purposes = purposes;
        this.printed = printed;
        this.send = send;
        this.giveBack = giveBack;
        this.withdraw = withdraw;
        this.takeOver = takeOver;
        this.sign = sign;
        this.looks = looks;
        this.once = once;
        this.html = html;
    }

    /** The work of a unit is its task list, so no case has to be named to see it. */
    @Allow(Right.SEE_PERSON)
    @GetMapping("/decisions")
    JteModel list(
            Frame f,
            Actor by,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable UUID after) {
        var decides = by.may(Right.SIGN_DECISION);
        var shownState = state == null && decides ? DecisionState.Code.TO_SIGN.name() : state == null ? ALL : state;
        var mine = by.institution().equals("VRS") || by.institution().equals("PMLP") ? by.institution() : ALL;
        var shownInstitution = institution == null ? mine : institution;
        var rows = looks.at(
                by,
                "decision.list",
                Purpose.TASK_LIST,
                () -> lists.list(
                        code(shownState),
                        shownInstitution.equals(ALL) ? null : shownInstitution,
                        f.today(),
                        after,
                        PAGE + 1),
                found -> found.stream()
                        .limit(PAGE)
                        .map(DecisionRow::personId)
                        .distinct()
                        .toList());
        var more = rows.size() > PAGE;
        return html.decisionList(
                f, words.in(f), more ? rows.subList(0, PAGE) : rows, more, shownState, shownInstitution);
    }

    private static DecisionState.@Nullable Code code(String state) {
        for (var code : DecisionState.Code.values()) {
            if (code.name().equals(state)) {
                return code;
            }
        }
        return null;
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/decisions/{id}")
    JteModel show(Frame f, Actor by, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID signed) {
        var file = desk.open(id, by);
        var form = new StepForm(Ids.next(), 0, null, null);
        return html.decisionShow(f, words.in(f), file, form, Mistakes.NONE, "", desk.justSigned(signed, by));
    }

    private JteModel page(Frame f, DecisionFile file, StepForm form, Mistakes mistakes, String step) {
        return html.decisionShow(f, words.in(f), file, form, mistakes, step, null);
    }

    /** Who took it over may do what its preparer may, whatever his right: the action asks who he is. */
    @Allow(Right.TAKE_CASE)
    @PostMapping("/decisions/{id}/take-over")
    ResponseEntity<JteModel> takeOver(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute StepForm form) {
        return step(
                f,
                by,
                id,
                form,
                "take-over",
                () -> form.parse(f.today())
                        .then(reason -> takeOver.run(new TakeOverDraft.Input(id, form.version(), reason), by)),
                _ -> "/decisions/" + id);
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/decisions/{id}/send")
    ResponseEntity<JteModel> send(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute StepForm form) {
        return step(
                f,
                by,
                id,
                form,
                "send",
                () -> send.run(new SendForSignature.Input(id, form.version()), by),
                _ -> "/decisions/" + id);
    }

    @Allow(Right.TAKE_CASE)
    @PostMapping("/decisions/{id}/withdraw")
    ResponseEntity<JteModel> withdraw(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute StepForm form) {
        return step(
                f,
                by,
                id,
                form,
                "withdraw",
                () -> form.parse(f.today())
                        .then(reason -> withdraw.run(new WithdrawDraft.Input(id, form.version(), reason), by)),
                _ -> "/decisions/" + id);
    }

    @Allow(Right.SIGN_DECISION)
    @PostMapping("/decisions/{id}/return")
    ResponseEntity<JteModel> giveBack(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute StepForm form) {
        return step(
                f,
                by,
                id,
                form,
                "return",
                () -> form.parse(f.today())
                        .then(reason -> giveBack.run(new ReturnDraft.Input(id, form.version(), reason), by)),
                _ -> next(by, id));
    }

    @Allow(Right.SIGN_DECISION)
    @PostMapping("/decisions/{id}/sign")
    ResponseEntity<JteModel> sign(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute StepForm form) {
        return step(
                f,
                by,
                id,
                form,
                "sign",
                () -> desk.confirmed(id, form.born(), f.today())
                        .then(_ -> sign.run(new SignDecision.Input(id, form.version()), by)),
                _ -> next(by, id) + "?signed=" + id);
    }

    /**
     * The next decision that waits for this official; the one just dealt with when none does. Who signs one after another does
     * it for one purpose: what he stated for the last person holds for the next, with the number of his case. He is asked where
     * there is neither a case nor a reason in words.
     */
    private String next(Actor by, UUID id) {
        var waiting = lists.nextToSign(by);
        if (waiting.isPresent()) {
            var next = decisions.find(waiting.get()).orElseThrow();
            var caseId = next.returnCaseId();
            var number =
                    caseId == null ? null : cases.find(caseId).orElseThrow().number();
            purposes.forPerson(by, decisions.find(id).orElseThrow().personId())
                    .filter(stated -> number != null || stated.reason() != null)
                    .ifPresent(stated ->
                            purposes.state(by, new Purpose(stated.code(), number, stated.reason()), next.personId()));
        }
        return "/decisions/" + waiting.orElse(id);
    }

    private <T> ResponseEntity<JteModel> step(
            Frame f,
            Actor by,
            UUID id,
            StepForm form,
            String step,
            Supplier<Outcome<T>> action,
            Function<T, String> answer) {
        return Answers.to(
                once.run(form.key(), by, id + step + form, action, answer),
                mistakes -> page(f, desk.open(id, by), form, mistakes, step));
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/decisions/{id}/preview.pdf")
    ResponseEntity<byte[]> preview(Actor by, @PathVariable UUID id) {
        return DocumentPrinter.answer(
                desk.look(
                        "decision.preview",
                        id,
                        by,
                        () -> printed.draft(decisions
                                .find(id)
                                .filter(decision -> !decision.isSigned())
                                .orElseThrow(NotFound::new))),
                "PROJEKTS.pdf");
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/decisions/{id}/decision.pdf")
    ResponseEntity<byte[]> decision(Actor by, @PathVariable UUID id) {
        record File(byte[] content, String number) {}
        var file = desk.look("decision.pdf", id, by, () -> {
            var number = decisions.find(id).map(Decision::number).orElseThrow(NotFound::new);
            return new File(printed.kept(id).orElseThrow(NotFound::new), String.valueOf(number));
        });
        return DocumentPrinter.answer(file.content(), file.number() + ".pdf");
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/decisions/{id}/translation.pdf")
    ResponseEntity<byte[]> translation(Actor by, @PathVariable UUID id, @RequestParam String language) {
        return DocumentPrinter.answer(
                desk.look(
                        "decision.translation",
                        id,
                        by,
                        () -> decisions
                                .find(id)
                                .flatMap(decision -> printed.sheet(decision, language))
                                .orElseThrow(NotFound::new)),
                "tulkojums-" + language + ".pdf");
    }
}
