package lv.vmis.register.notice;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.FollowUps;
import lv.vmis.register.followup.NoticedFollowUp;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Enters from a notice that a minister or a consular official has cancelled, suspended or shortened his ban (Reg. 122 p. 12). */
@Action
public class EnterNoticedChange {

    /** Reg. 122 p. 12. */
    private static final String BASIS = "R122-12";

    /**
     * @param version of the notice, as seen
     * @param decision the decision entered before
     * @param ban the one of its bans; nothing: all
     * @param effectOn first day on which it holds
     * @param termMonths the new term; a reduction only
     */
    public record Input(
            UUID notice,
            int version,
            UUID decision,
            @Nullable UUID ban,
            FollowUpKind kind,
            String number,
            LocalDate decidedOn,
            LocalDate effectOn,
            @Nullable Integer termMonths,
            String reasons) {}

    private final Notices notices;
    private final NoticeSteps steps;
    private final Decisions decisions;
    private final FollowUps followUps;
    private final Journal journal;
    private final Clock clock;

    EnterNoticedChange(
            Notices notices,
            NoticeSteps steps,
            Decisions decisions,
            FollowUps followUps,
            Journal journal,
            Clock clock) {
        this.notices = notices;
        this.steps = steps;
        this.decisions = decisions;
        this.followUps = followUps;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return steps.waiting(in.notice(), in.version(), by).then(seen -> run(in, seen, by));
    }

    private Outcome<UUID> run(Input in, Notice seen, Actor by) {
        if (seen.kind() != NoticeKind.CHANGE) {
            return refused(NoticeRefusal.NOT_OF_THIS_KIND);
        }
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(NoticeRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        if (!Objects.equals(decision.decider(), seen.sender())) {
            return refused(NoticeRefusal.DECISION_OF_ANOTHER);
        }
        var change = new NoticedFollowUp(
                decision,
                in.ban(),
                in.kind(),
                seen.sender(),
                BASIS,
                in.number(),
                in.decidedOn(),
                in.effectOn(),
                in.termMonths(),
                in.reasons());
        var mistakes = new ArrayList<Refusal>();
        if (in.decidedOn().isAfter(Notices.day(seen.receivedAt()))) {
            mistakes.add(Refusal.at("decidedOn", NoticeRefusal.DECIDED_AFTER_RECEIPT));
        }
        mistakes.addAll(followUps.mistakes(change, LocalDate.now(clock)));
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var now = clock.instant();
        var id = followUps.add(change, by, now);
        notices.handle(seen.id(), decision.personId(), null, id, null, by, now);
        journal.record(
                by,
                Entry.act(EnterNoticedChange.class)
                        .on("follow_up", id, 0)
                        .about(decision.personId())
                        .under(BASIS)
                        .because(in.reasons())
                        .with(Map.of(
                                "notice", notices.find(seen.id()).orElseThrow(),
                                "followUp", followUps.find(id).orElseThrow(),
                                "bans", decisions.bans(decision.id()))));
        return done(id);
    }
}
