package lv.vmis.register.accounts;

import java.util.Map;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** An official ends his sessions on other devices. */
@Action
class EndOtherSessions {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Journal journal;

    EndOtherSessions(Accounts accounts, Sessions sessions, Journal journal) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.journal = journal;
    }

    record Input(@Nullable String session) {}

    public Outcome<Integer> run(Input in, Actor by) {
        var account = accounts.byId(by.account()).orElseThrow();
        var ended = sessions.end(account.id(), in.session());
        journal.record(
                by,
                Entry.act(EndOtherSessions.class)
                        .on("account", account.id(), account.version())
                        .with(Map.of("ended", ended)));
        return Outcome.done(ended);
    }
}
