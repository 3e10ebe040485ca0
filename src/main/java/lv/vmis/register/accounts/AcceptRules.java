package lv.vmis.register.accounts;

import java.time.Clock;
import java.util.Map;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** An official accepts the usage rules before his first use (Reg. 397 p. 53). */
@Action
class AcceptRules {

    private final Accounts accounts;
    private final Journal journal;
    private final Clock clock;

    AcceptRules(Accounts accounts, Journal journal, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    record Input(String rules) {}

    public Outcome<String> run(Input in, Actor by) {
        var account = accounts.byId(by.account()).orElseThrow();
        accounts.acceptRules(account.id(), in.rules(), clock.instant());
        journal.record(
                by,
                Entry.act(AcceptRules.class)
                        .on("account", account.id(), account.version())
                        .under("MK 25.06.2025. noteikumi Nr. 397, 53. punkts")
                        .with(Map.of("rules", in.rules())));
        return Outcome.done(in.rules());
    }
}
