package lv.vmis.register.legacy.rule;

import gg.jte.models.runtime.JteModel;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.legacy.meaning.Rule;
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

/** The rules by which old registers are read: of each table by column, the form, what one would change, and the answer of another official. */
@RestController
class RulePages {

    private static final String HERE = "/old-registers/rules";

    private final OldRules rules;
    private final RuleOptions options;
    private final RuleTrial trial;
    private final ProposeOldRule propose;
    private final ApproveOldRule approve;
    private final DeclineOldRule decline;
    private final WithdrawOldRule withdraw;
    private final Once once;
    private final TransactionTemplate reading;
    private final Templates html;

    RulePages(
            OldRules rules,
            RuleOptions options,
            RuleTrial trial,
            ProposeOldRule propose,
            ApproveOldRule approve,
            DeclineOldRule decline,
            WithdrawOldRule withdraw,
            Once once,
            PlatformTransactionManager transactions,
            Templates html) {
        this.rules = rules;
        this.options = options;
        this.trial = trial;
        this.propose = propose;
        this.approve = approve;
        this.decline = decline;
        this.withdraw = withdraw;
        this.once = once;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    @Allow(Right.APPROVE_OLD_RULES)
    @GetMapping(HERE)
    JteModel list(Frame f, @RequestParam(required = false) @Nullable String table) {
        var one = RuleForm.tableOf(table);
        return read(() -> html.legacyRules(f, one, rules.newest(), options.byField(one, rules.of(one)), options));
    }

    @Allow(Right.APPROVE_OLD_RULES)
    @GetMapping(HERE + "/history")
    JteModel history(Frame f) {
        return read(() -> html.legacyRuleHistory(f, rules.history(), options));
    }

    @Allow(Right.CHANGE_OLD_RULES)
    @GetMapping(HERE + "/new")
    JteModel form(
            Frame f,
            @RequestParam(required = false) @Nullable String table,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String field) {
        var sent = new RuleForm(null, null, table, kind, null, null, null, null, null, null);
        return form(f, RuleForm.fresh(sent.ofTable(), sent.ofKind(), field), Mistakes.NONE);
    }

    @Allow(Right.CHANGE_OLD_RULES)
    @PostMapping(HERE)
    ResponseEntity<JteModel> propose(Frame f, Actor by, @ModelAttribute RuleForm form) {
        return Answers.to(
                once.run(
                        form.key(),
                        by,
                        "propose" + form,
                        () -> form.proposed(f.today()).then(input -> propose.run(input, by)),
                        done -> HERE + "/" + done),
                mistakes -> form(f, form, mistakes));
    }

    @Allow(Right.APPROVE_OLD_RULES)
    @GetMapping(HERE + "/{id}")
    JteModel show(Frame f, @PathVariable UUID id) {
        return page(f, id, RuleForm.fresh(RuleForm.tableOf(null), Rule.Kind.TRANSLATION, null), Mistakes.NONE, "");
    }

    /** Proposes that a rule in force ends. */
    @Allow(Right.CHANGE_OLD_RULES)
    @PostMapping(HERE + "/{id}/end")
    ResponseEntity<JteModel> end(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute RuleForm form) {
        return step(
                f,
                by,
                id,
                form,
                "end",
                () -> form.why(f.today())
                        .then(why -> propose.run(
                                new ProposeOldRule.Input(
                                        RuleStep.ENDED, found(id).rule(), why, "confirmed"),
                                by)));
    }

    @Allow(Right.APPROVE_OLD_RULES)
    @PostMapping(HERE + "/{id}/approve")
    ResponseEntity<JteModel> approve(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute RuleForm form) {
        return step(f, by, id, form, "approve", () -> approve.run(new ApproveOldRule.Input(id, form.seen()), by));
    }

    @Allow(Right.APPROVE_OLD_RULES)
    @PostMapping(HERE + "/{id}/decline")
    ResponseEntity<JteModel> decline(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute RuleForm form) {
        return step(
                f,
                by,
                id,
                form,
                "decline",
                () -> form.why(f.today()).then(why -> decline.run(new DeclineOldRule.Input(id, form.seen(), why), by)));
    }

    @Allow(Right.CHANGE_OLD_RULES)
    @PostMapping(HERE + "/{id}/withdraw")
    ResponseEntity<JteModel> withdraw(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute RuleForm form) {
        return step(
                f,
                by,
                id,
                form,
                "withdraw",
                () -> form.why(f.today())
                        .then(why -> withdraw.run(new WithdrawOldRule.Input(id, form.seen(), why), by)));
    }

    private ResponseEntity<JteModel> step(
            Frame f, Actor by, UUID id, RuleForm form, String step, Supplier<Outcome<UUID>> action) {
        return Answers.to(
                once.run(form.key(), by, id + step + form, action, done -> HERE + "/" + done),
                mistakes -> page(f, id, form, mistakes, step));
    }

    private JteModel page(Frame f, UUID id, RuleForm form, Mistakes mistakes, String step) {
        return read(() -> {
            var rule = rules.find(id).orElseThrow(NotFound::new);
            var touched = rule.state() == StoredRule.State.WAITING
                    ? trial.touched(rule).orElse(null)
                    : null;
            return html.legacyRule(
                    f,
                    rule,
                    rules.standing(rule.rule()).orElse(null),
                    rules.ofWord(rule.rule()),
                    touched,
                    options,
                    form,
                    mistakes,
                    step);
        });
    }

    private JteModel form(Frame f, RuleForm form, Mistakes mistakes) {
        return html.legacyRuleForm(f, mistakes, form, options);
    }

    private StoredRule found(UUID id) {
        return read(() -> rules.find(id).orElseThrow(NotFound::new));
    }

    private <T> T read(Supplier<T> what) {
        return Objects.requireNonNull(reading.execute(_ -> what.get()));
    }
}
