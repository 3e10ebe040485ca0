package lv.vmis.register.notice;

import static lv.vmis.register.kernel.Outcome.done;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Says what was done with a notice from which no decision is entered: facts were updated, or it was sent back. */
@Action
public class SettleNotice {

    public record Input(UUID notice, int version, String answer) {}

    private final Notices notices;
    private final NoticeSteps steps;
    private final Journal journal;
    private final Clock clock;

    SettleNotice(Notices notices, NoticeSteps steps, Journal journal, Clock clock) {
        this.notices = notices;
        this.steps = steps;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return steps.waiting(in.notice(), in.version(), by).then(seen -> {
            notices.handle(seen.id(), null, null, null, in.answer(), by, clock.instant());
            journal.record(
                    by,
                    Entry.act(SettleNotice.class)
                            .on("notice", seen.id(), seen.version() + 1)
                            .because(in.answer())
                            .with(Map.of("notice", notices.find(seen.id()).orElseThrow())));
            return done(seen.id());
        });
    }
}
