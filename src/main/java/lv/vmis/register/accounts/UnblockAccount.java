package lv.vmis.register.accounts;

import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Lets the owner of a suspended account sign in again. */
@Action
class UnblockAccount {

    private final Accounts accounts;
    private final Journal journal;

    UnblockAccount(Accounts accounts, Journal journal) {
        this.accounts = accounts;
        this.journal = journal;
    }

    record Input(UUID id, int version, String reason) {}

    public Outcome<UUID> run(Input in, Actor by) {
        if (in.id().equals(by.account())) {
            return Outcome.refused(AccountsRefusal.OWN_ACCOUNT);
        }
        var before = accounts.byId(in.id()).orElseThrow();
        if (!before.isBlocked()) {
            return Outcome.refused(AccountsRefusal.NOT_BLOCKED);
        }
        if (!accounts.block(in.id(), in.version(), null)) {
            return Outcome.refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        var account = accounts.byId(in.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(UnblockAccount.class)
                        .on("account", in.id(), account.version())
                        .because(in.reason())
                        .with(AddAccount.state(account)));
        return Outcome.done(in.id());
    }
}
