package lv.vmis.register.notice;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Units;

/** Registers a notice that PMLP has received; from its receipt on a working day runs for its entry (Reg. 122 p. 10–12). */
@Action
public class RegisterNotice {

    public record Input(NoticeKind kind, String sender, String reference, Instant receivedAt, String summary) {}

    private final Notices notices;
    private final Units units;
    private final Journal journal;
    private final Clock clock;

    RegisterNotice(Notices notices, Units units, Journal journal, Clock clock) {
        this.notices = notices;
        this.units = units;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        if (!by.institution().equals(Senders.OFFICE)) {
            return refused(NoticeRefusal.OF_OFFICE);
        }
        var mistakes = mistakes(in);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var id = notices.add(in, by, clock.instant());
        journal.record(
                by,
                Entry.act(RegisterNotice.class)
                        .on("notice", id, 0)
                        .because(in.summary())
                        .with(Map.of("notice", in)));
        return done(id);
    }

    private List<Refusal> mistakes(Input in) {
        var mistakes = new ArrayList<Refusal>();
        var senders = Senders.of(in.kind(), units, LocalDate.now(clock));
        if (senders.stream().noneMatch(sender -> sender.code().equals(in.sender()))) {
            mistakes.add(Refusal.at(
                    "sender",
                    in.kind() == NoticeKind.INFORMATION
                            ? NoticeRefusal.SENDER_UNKNOWN
                            : NoticeRefusal.SENDER_DOES_NOT_DECIDE));
        }
        if (in.receivedAt().isAfter(clock.instant())) {
            mistakes.add(Refusal.at("receivedOn", NoticeRefusal.RECEIVED_IN_FUTURE));
        }
        if (notices.isRegistered(in.sender(), in.reference(), in.kind())) {
            mistakes.add(Refusal.at("reference", NoticeRefusal.REGISTERED_ALREADY));
        }
        return mistakes;
    }
}
