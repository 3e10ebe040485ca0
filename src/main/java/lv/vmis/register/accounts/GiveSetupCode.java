package lv.vmis.register.accounts;

import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/**
 * An administrator gives an official who lost his password or his second factor a new code. The old secrets stop working
 * at once; the administrator never knows the new ones.
 */
@Action
class GiveSetupCode {

    private final Accounts accounts;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Journal journal;

    GiveSetupCode(Accounts accounts, Credentials credentials, Sessions sessions, Journal journal) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.journal = journal;
    }

    record Input(UUID id, String reason) {}

    /** The account, and the code to hand over. */
    record Given(UUID id, SetupCode code) {}

    public Outcome<Given> run(Input in, Actor by) {
        if (in.id().equals(by.account())) {
            return Outcome.refused(AccountsRefusal.OWN_ACCOUNT);
        }
        if (accounts.byId(in.id()).orElseThrow().demo()) {
            return Outcome.refused(AccountsRefusal.DEMO_ACCOUNT);
        }
        var code = SetupCode.next();
        credentials.giveSetupCode(in.id(), code);
        var account = accounts.byId(in.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(GiveSetupCode.class)
                        .on("account", in.id(), account.version())
                        .because(in.reason())
                        .with(AddAccount.state(account)));
        sessions.end(in.id(), null);
        return Outcome.done(new Given(in.id(), code));
    }
}
