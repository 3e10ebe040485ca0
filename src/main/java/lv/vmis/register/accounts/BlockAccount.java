package lv.vmis.register.accounts;

import java.time.Clock;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Suspends an account (Reg. 397 p. 51, 54): its sessions end at once and no new one begins. */
@Action
class BlockAccount {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Journal journal;
    private final Clock clock;

    BlockAccount(Accounts accounts, Sessions sessions, Journal journal, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    record Input(UUID id, int version, String reason) {}

    public Outcome<UUID> run(Input in, Actor by) {
        if (in.id().equals(by.account())) {
            return Outcome.refused(AccountsRefusal.OWN_ACCOUNT);
        }
        var before = accounts.byId(in.id()).orElseThrow();
        if (before.isBlocked()) {
            return Outcome.refused(AccountsRefusal.ALREADY_BLOCKED);
        }
        if (!accounts.block(in.id(), in.version(), clock.instant())) {
            return Outcome.refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        var account = accounts.byId(in.id()).orElseThrow();
        journal.record(
                by,
                Entry.act(BlockAccount.class)
                        .on("account", in.id(), account.version())
                        .under("MK 25.06.2025. noteikumi Nr. 397, 51. punkts")
                        .because(in.reason())
                        .with(AddAccount.state(account)));
        sessions.end(in.id(), null);
        return Outcome.done(in.id());
    }
}
