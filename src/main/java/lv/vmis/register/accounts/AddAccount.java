package lv.vmis.register.accounts;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** An administrator gives an official an account, and a code with which the official takes it over. */
@Action
class AddAccount {

    private final Accounts accounts;
    private final Credentials credentials;
    private final AccountsSettings settings;
    private final Journal journal;

    AddAccount(Accounts accounts, Credentials credentials, AccountsSettings settings, Journal journal) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.settings = settings;
        this.journal = journal;
    }

    record Input(NewAccount account, @Nullable String reason) {}

    /** The account, and the code to hand over. */
    record Added(UUID id, SetupCode code) {}

    public Outcome<Added> run(Input in, Actor by) {
        var given = in.account();
        var issuer = settings.oidc().issuer();
        if (given.subject() != null
                && accounts.bySubject(issuer, given.subject()).isPresent()) {
            return Outcome.refused(java.util.List.of(Refusal.at("subject", AccountsRefusal.SUBJECT_TAKEN)));
        }
        var id = Ids.next();
        if (!accounts.add(id, given, issuer)) {
            return Outcome.refused(java.util.List.of(Refusal.at("login", AccountsRefusal.LOGIN_TAKEN, given.login())));
        }
        var code = SetupCode.next();
        credentials.giveSetupCode(id, code);
        var account = accounts.byId(id).orElseThrow();
        journal.record(
                by,
                Entry.act(AddAccount.class)
                        .on("account", id, account.version())
                        .because(in.reason())
                        .with(state(account)));
        return Outcome.done(new Added(id, code));
    }

    /** The account as the journal keeps it: no secrets. */
    static Map<String, Object> state(Account account) {
        var state = new HashMap<String, Object>();
        state.put("login", account.login());
        state.put("name", account.name());
        state.put("position", account.position());
        state.put("role", account.role().name());
        state.put("institution", account.institution());
        state.put("unit", account.unit());
        state.put("blocked", account.isBlocked());
        if (account.trainingUntil() != null) {
            state.put("trainingUntil", account.trainingUntil().toString());
        }
        if (account.oidcSubject() != null) {
            state.put("subject", account.oidcSubject());
        }
        return Map.copyOf(state);
    }
}
