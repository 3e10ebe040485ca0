package lv.vmis.register.exchange;

import static lv.vmis.register.kernel.Outcome.done;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Takes a message from another system, once, with what it changes in the register, and remembers how far that system was read. */
@Action
class TakeMessage {

    /**
     * @param after the place before it
     * @param failed why it could not be taken several times, so that it is kept and not taken
     */
    record Input(
            Correspondent from,
            Envelope.Telling telling,
            @Nullable String after,
            @Nullable String failed) {}

    private final Inbox inbox;
    private final Correspondences correspondences;
    private final Journal journal;
    private final Clock clock;

    TakeMessage(Inbox inbox, Correspondences correspondences, Journal journal, Clock clock) {
        this.inbox = inbox;
        this.correspondences = correspondences;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether it was read in its turn: otherwise another process has. */
    public Outcome<Boolean> run(Input in, Actor by) {
        var telling = in.telling();
        if (!inbox.advance(in.from(), in.after(), telling.cursor())) {
            return done(false);
        }
        var received = new Received(in.from(), telling.id(), telling.kind(), telling.body(), clock.instant());
        var fault = in.failed() == null
                ? correspondences.fault(in.from(), telling.body()).orElse(null)
                : in.failed();
        var key = Ids.next();
        if (!inbox.add(key, received, telling.issuedAt(), Taken.NOT_UNDERSTOOD, fault)) {
            return done(true);
        }
        var taken = fault == null
                ? correspondences.with(in.from()).orElseThrow().received(received, by)
                : Taken.NOT_UNDERSTOOD;
        inbox.taken(key, taken);
        journal.record(
                by,
                Entry.act(TakeMessage.class)
                        .on("inbox", key, 0)
                        .about(inbox.person(key).map(List::of).orElseGet(List::of))
                        .because(correspondences
                                .with(in.from())
                                .flatMap(known -> known.named(telling.kind()))
                                .map(Bilingual::latvian)
                                .orElse(null))
                        .with(Map.of("from", in.from(), "id", telling.id(), "kind", telling.kind(), "taken", taken)));
        return done(true);
    }
}
