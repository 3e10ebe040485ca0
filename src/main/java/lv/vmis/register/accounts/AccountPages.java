package lv.vmis.register.accounts;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Screen M1: accounts of officials, without any case data. */
@RestController
class AccountPages {

    /** Session attribute: a setup code to show to the administrator once. */
    private static final String CODE = "register.setup-code";

    private final Accounts accounts;
    private final AddAccount addAccount;
    private final ChangeRole changeRole;
    private final BlockAccount blockAccount;
    private final UnblockAccount unblockAccount;
    private final GiveSetupCode giveSetupCode;
    private final OidcSignIn oidc;
    private final SecretBox box;
    private final Units units;
    private final Once once;
    private final Templates html;

    AccountPages(
            Accounts accounts,
            AddAccount addAccount,
            ChangeRole changeRole,
            BlockAccount blockAccount,
            UnblockAccount unblockAccount,
            GiveSetupCode giveSetupCode,
            OidcSignIn oidc,
            SecretBox box,
            Units units,
            Once once,
            Templates html) {
        this.accounts = accounts;
        this.addAccount = addAccount;
        this.changeRole = changeRole;
        this.blockAccount = blockAccount;
        this.unblockAccount = unblockAccount;
        this.giveSetupCode = giveSetupCode;
        this.oidc = oidc;
        this.box = box;
        this.units = units;
        this.once = once;
        this.html = html;
    }

    @Allow(Right.SEE_ACCOUNTS)
    @GetMapping("/accounts")
    JteModel list(Frame f) {
        return html.accountsList(f, accounts.all(), institutions(f));
    }

    private Function<String, String> institutions(Frame f) {
        return code -> units.institutionName(code, f.language());
    }

    @Allow(Right.SEE_ACCOUNTS)
    @GetMapping("/accounts/{id}")
    JteModel show(Frame f, @PathVariable UUID id, HttpSession session) {
        var account = account(id);
        var code = code(session, id);
        return show(f, account, ReasonForm.of(account), Ids.next(), code, Mistakes.NONE);
    }

    /** The code is shown once: nobody finds it in a session left open. */
    private @Nullable String code(HttpSession session, UUID id) {
        if (!(session.getAttribute(CODE) instanceof String sealed)) {
            return null;
        }
        session.removeAttribute(CODE);
        return box.open(CODE + id, sealed).orElse(null);
    }

    private JteModel show(
            Frame f, Account account, ReasonForm form, UUID key, @Nullable String code, Mistakes mistakes) {
        var isOwn = account.id().equals(f.someone().account());
        return html.accountsShow(
                f, account, institutions(f).apply(account.institution()), isOwn, form, key, code, mistakes);
    }

    @Allow(Right.BLOCK_ACCOUNT)
    @PostMapping("/accounts/{id}/block")
    ResponseEntity<?> block(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String version) {
        return withReason(
                f,
                by,
                id,
                key,
                new ReasonForm(reason, version),
                read -> blockAccount.run(new BlockAccount.Input(id, read.version(), read.reason()), by));
    }

    @Allow(Right.BLOCK_ACCOUNT)
    @PostMapping("/accounts/{id}/unblock")
    ResponseEntity<?> unblock(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String version) {
        return withReason(
                f,
                by,
                id,
                key,
                new ReasonForm(reason, version),
                read -> unblockAccount.run(new UnblockAccount.Input(id, read.version(), read.reason()), by));
    }

    private ResponseEntity<?> withReason(
            Frame f, Actor by, UUID id, UUID key, ReasonForm form, Function<ReasonForm.Read, Outcome<UUID>> action) {
        var account = account(id);
        var outcome = form.parse(f.today())
                .then(read -> once.run(key, by, form, () -> action.apply(read), _ -> "/accounts/" + id));
        return switch (outcome) {
            case Outcome.Done<String>(var where) -> to(where);
            case Outcome.Refused<String>(var reasons) ->
                refused(show(f, account, form, key, null, new Mistakes(reasons)));
        };
    }

    @Allow(Right.MANAGE_ACCOUNTS)
    @GetMapping("/accounts/new")
    JteModel add(Frame f) {
        return edit(f, null, AccountForm.EMPTY, Ids.next(), Mistakes.NONE);
    }

    @Allow(Right.MANAGE_ACCOUNTS)
    @PostMapping("/accounts/new")
    ResponseEntity<?> add(
            Frame f, Actor by, @RequestParam UUID key, @ModelAttribute AccountForm sent, HttpSession session) {
        var form = filled(sent, null);
        var outcome = form.parse(f.today(), units)
                .then(read -> once.run(
                        key,
                        by,
                        form,
                        () -> addAccount.run(new AddAccount.Input(read.account(), read.reason()), by),
                        added -> shown(session, added.id(), added.code())));
        return switch (outcome) {
            case Outcome.Done<String>(var where) -> to(where);
            case Outcome.Refused<String>(var reasons) -> refused(edit(f, null, form, key, new Mistakes(reasons)));
        };
    }

    @Allow(Right.MANAGE_ACCOUNTS)
    @GetMapping("/accounts/{id}/change")
    JteModel change(Frame f, @PathVariable UUID id) {
        var account = account(id);
        return edit(f, account, AccountForm.of(account), Ids.next(), Mistakes.NONE);
    }

    @Allow(Right.MANAGE_ACCOUNTS)
    @PostMapping("/accounts/{id}/change")
    ResponseEntity<?> change(
            Frame f, Actor by, @PathVariable UUID id, @RequestParam UUID key, @ModelAttribute AccountForm sent) {
        var account = account(id);
        var form = filled(sent, account);
        var outcome = form.parse(f.today(), units)
                .then(read -> once.run(
                        key,
                        by,
                        form,
                        () -> changeRole.run(
                                new ChangeRole.Input(id, read.version(), read.account(), read.reason()), by),
                        _ -> "/accounts/" + id));
        return switch (outcome) {
            case Outcome.Done<String>(var where) -> to(where);
            case Outcome.Refused<String>(var reasons) -> refused(edit(f, account, form, key, new Mistakes(reasons)));
        };
    }

    @Allow(Right.MANAGE_ACCOUNTS)
    @GetMapping("/accounts/{id}/setup-code")
    JteModel setupCode(Frame f, @PathVariable UUID id) {
        var account = account(id);
        return html.accountsSetupCode(f, account, ReasonForm.of(account), Ids.next(), Mistakes.NONE);
    }

    @Allow(Right.MANAGE_ACCOUNTS)
    @PostMapping("/accounts/{id}/setup-code")
    ResponseEntity<?> setupCode(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String reason,
            HttpSession session) {
        var account = account(id);
        var form = new ReasonForm(reason, Integer.toString(account.version()));
        var outcome = form.parse(f.today())
                .then(read -> once.run(
                        key,
                        by,
                        id + reason,
                        () -> giveSetupCode.run(new GiveSetupCode.Input(id, read.reason()), by),
                        given -> shown(session, given.id(), given.code())));
        return switch (outcome) {
            case Outcome.Done<String>(var where) -> to(where);
            case Outcome.Refused<String>(var reasons) ->
                refused(html.accountsSetupCode(f, account, form, key, new Mistakes(reasons)));
        };
    }

    private String shown(HttpSession session, UUID id, SetupCode code) {
        session.setAttribute(CODE, box.seal(CODE + id, code.text()));
        return "/accounts/" + id;
    }

    private JteModel edit(Frame f, @Nullable Account account, AccountForm form, UUID key, Mistakes mistakes) {
        var roles = Arrays.stream(Role.values())
                .map(role -> new Option(role.name(), f.name("role", role)))
                .toList();
        var places = units.institutions(f.today()).stream()
                .flatMap(institution -> units.of(institution.code(), f.today()).stream()
                        .map(unit -> new Option(
                                unit.code(), institution.title(f.language()) + " – " + unit.name(f.language()))))
                .toList();
        return html.accountsEdit(f, account, form, roles, places, oidc.isOffered(), key, mistakes);
    }

    /** Fields the page does not have count as empty; login and name of an account stay what they are. */
    private AccountForm filled(AccountForm sent, @Nullable Account account) {
        return new AccountForm(
                account == null ? orEmpty(sent.login()) : account.login(),
                account == null ? orEmpty(sent.name()) : account.name(),
                orEmpty(sent.position()),
                orEmpty(sent.role()),
                orEmpty(sent.unit()),
                orEmpty(sent.training()),
                account == null || oidc.isOffered() ? orEmpty(sent.subject()) : orEmpty(account.oidcSubject()),
                orEmpty(sent.reason()),
                account == null ? "0" : orEmpty(sent.version()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Account account(UUID id) {
        return accounts.byId(id).orElseThrow(NotFound::new);
    }

    private static ResponseEntity<?> refused(JteModel page) {
        return ResponseEntity.unprocessableContent().body(page);
    }

    private static ResponseEntity<?> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
