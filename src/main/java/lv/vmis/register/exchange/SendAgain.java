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

/** Lets a message that failed too often be sent again, from the first attempt on. */
@Action
class SendAgain {

    private final Messages messages;
    private final Journal journal;

    SendAgain(Messages messages, Journal journal) {
        this.messages = messages;
        this.journal = journal;
    }

    public Outcome<UUID> run(UUID id, Actor by) {
        var person = messages.person(Side.OUT, id);
        if (person.isEmpty()) {
            return refused(ExchangeRefusal.MESSAGE_UNKNOWN);
        }
        if (!messages.sendAgain(id)) {
            return refused(ExchangeRefusal.NOT_DEAD);
        }
        journal.record(
                by,
                Entry.act(SendAgain.class)
                        .on("outbox", id, 0)
                        .about(person.get().stream().toList())
                        .with(Map.of("state", MessageState.WAITING)));
        return done(id);
    }
}
