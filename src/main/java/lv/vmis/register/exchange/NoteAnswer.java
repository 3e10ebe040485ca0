package lv.vmis.register.exchange;

import static lv.vmis.register.kernel.Outcome.done;

import java.time.Clock;
import java.util.Map;
import lv.vmis.register.exchange.OutboxQueue.Turn;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Outcome;

/** Keeps what another system answered to a message, once, with what the answer changes in the register. */
@Action
class NoteAnswer {

    record Input(Turn turn, Envelope.Answer answer) {}

    private final OutboxQueue queue;
    private final Correspondences correspondences;
    private final Journal journal;
    private final Clock clock;

    NoteAnswer(OutboxQueue queue, Correspondences correspondences, Journal journal, Clock clock) {
        this.queue = queue;
        this.correspondences = correspondences;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether it was the first answer: a second one changes nothing. */
    public Outcome<Boolean> run(Input in, Actor by) {
        var message = in.turn().message();
        var now = clock.instant();
        if (!queue.answered(in.turn(), in.answer(), now)) {
            return done(false);
        }
        var correspondence = correspondences.with(message.to()).orElseThrow();
        correspondence.answered(
                new Answered(message, in.answer().code(), in.answer().body(), now), by);
        journal.record(
                by,
                Entry.act(NoteAnswer.class)
                        .on("outbox", message.id(), 0)
                        .about(message.person())
                        .because(correspondence
                                .named(message.kind())
                                .map(Bilingual::latvian)
                                .orElse(null))
                        .with(Map.of(
                                "to",
                                message.to(),
                                "kind",
                                message.kind(),
                                "answer",
                                in.answer().code())));
        return done(true);
    }
}
