package lv.vmis.register.accounts;

import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** An official changes his own password; whoever else uses the account is signed out. */
@Action
class ChangePassword {

    private final Accounts accounts;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Journal journal;

    ChangePassword(Accounts accounts, Credentials credentials, Sessions sessions, Journal journal) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.journal = journal;
    }

    /** The hash of the new password, and the session in which it is changed. */
    record Input(String passwordHash, @Nullable String session) {
        /** Not for logs. */
        @Override
        public String toString() {
            return "Input";
        }
    }

    public Outcome<Integer> run(Input in, Actor by) {
        var account = accounts.byId(by.account()).orElseThrow();
        if (account.demo()) {
            return Outcome.refused(AccountsRefusal.DEMO_ACCOUNT);
        }
        credentials.changePassword(account.id(), in.passwordHash());
        journal.record(by, Entry.act(ChangePassword.class).on("account", account.id(), account.version() + 1));
        return Outcome.done(sessions.end(account.id(), in.session()));
    }
}
