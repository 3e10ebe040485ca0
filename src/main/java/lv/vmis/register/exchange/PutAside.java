package lv.vmis.register.exchange;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/**
 * Puts a message aside that needs somebody: one that failed too often is never sent then, and the next about its person is; one that
 * was refused or not understood was looked at.
 */
@Action
class PutAside {

    record Input(Side side, UUID id, String reason) {}

    private final Messages messages;
    private final Journal journal;

    PutAside(Messages messages, Journal journal) {
        this.messages = messages;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var person = messages.person(in.side(), in.id());
        if (person.isEmpty()) {
            return refused(ExchangeRefusal.MESSAGE_UNKNOWN);
        }
        if (!messages.putAside(in.side(), in.id(), in.reason(), by)) {
            return refused(ExchangeRefusal.NOT_TO_LOOK_AT);
        }
        journal.record(
                by,
                Entry.act(PutAside.class)
                        .on(in.side() == Side.OUT ? "outbox" : "inbox", in.id(), 0)
                        .about(person.get().stream().toList())
                        .because(in.reason())
                        .with(Map.of("state", MessageState.ASIDE)));
        return done(in.id());
    }
}
