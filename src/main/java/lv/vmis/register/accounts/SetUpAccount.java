package lv.vmis.register.accounts;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** An official who has proven his setup code takes his account over: his own password and second factor. */
@Action
class SetUpAccount {

    private final Accounts accounts;
    private final Credentials credentials;
    private final Journal journal;

    SetUpAccount(Accounts accounts, Credentials credentials, Journal journal) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.journal = journal;
    }

    /**
     * What was proven.
     *
     * @param totpSecret the sealed secret; none where no second factor is asked
     * @param step the time step of the code that proved it
     */
    record Input(
            String setupCodeHash,
            String passwordHash,
            @Nullable String totpSecret,
            long step) {
        /** Not for logs. */
        @Override
        public String toString() {
            return "Input";
        }
    }

    public Outcome<UUID> run(Input in, Actor by) {
        if (!credentials.setUp(by.account(), in.setupCodeHash(), in.passwordHash(), in.totpSecret(), in.step())) {
            return Outcome.refused(AccountsRefusal.SETUP_WRONG);
        }
        var account = accounts.byId(by.account()).orElseThrow();
        journal.record(
                by,
                Entry.act(SetUpAccount.class)
                        .on("account", account.id(), account.version())
                        .with(Map.of("secondFactor", in.totpSecret() != null)));
        return Outcome.done(account.id());
    }
}
