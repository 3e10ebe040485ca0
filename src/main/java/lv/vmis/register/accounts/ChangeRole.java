package lv.vmis.register.accounts;

import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;

/** An administrator changes what an official may do and for which unit. It holds from the official's next request on. */
@Action
class ChangeRole {

    private final Accounts accounts;
    private final AccountsSettings settings;
    private final Journal journal;

    ChangeRole(Accounts accounts, AccountsSettings settings, Journal journal) {
        this.accounts = accounts;
        this.settings = settings;
        this.journal = journal;
    }

    record Input(UUID id, int version, NewAccount account, String reason) {}

    public Outcome<UUID> run(Input in, Actor by) {
        if (in.id().equals(by.account())) {
            return Outcome.refused(AccountsRefusal.OWN_ACCOUNT);
        }
        var issuer = settings.oidc().issuer();
        var subject = in.account().subject();
        if (subject != null
                && accounts.bySubject(issuer, subject)
                        .filter(other -> !other.id().equals(in.id()))
                        .isPresent()) {
            return Outcome.refused(List.of(Refusal.at("subject", AccountsRefusal.SUBJECT_TAKEN)));
        }
        if (!accounts.change(in.id(), in.version(), in.account(), issuer)) {
            return Outcome.refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        var account = accounts.byId(in.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(ChangeRole.class)
                        .on("account", in.id(), account.version())
                        .because(in.reason())
                        .with(AddAccount.state(account)));
        return Outcome.done(in.id());
    }
}
