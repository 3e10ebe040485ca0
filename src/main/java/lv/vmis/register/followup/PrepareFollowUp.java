package lv.vmis.register.followup;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Prepares a follow-up decision about a signed decision or one of its bans (Reg. 122 5.14); until it is signed nothing changes. */
@Action
public class PrepareFollowUp {

    /**
     * @param ban the ban it is about; nothing: the decision
     * @param effectOn first day on which it holds: at the latest the day it is signed
     * @param leaveBy new last day to leave; an extension only
     * @param termMonths new term of the ban; a reduction only
     * @param destination new State to go to; an amendment only
     */
    public record Input(
            UUID decision,
            @Nullable UUID ban,
            FollowUpKind kind,
            String legalBasis,
            LocalDate effectOn,
            @Nullable LocalDate leaveBy,
            @Nullable Integer termMonths,
            @Nullable String destination,
            String reasons) {

        /** What amends nothing. */
        public Input(
                UUID decision,
                @Nullable UUID ban,
                FollowUpKind kind,
                String legalBasis,
                LocalDate effectOn,
                @Nullable LocalDate leaveBy,
                @Nullable Integer termMonths,
                String reasons) {
            this(decision, ban, kind, legalBasis, effectOn, leaveBy, termMonths, null, reasons);
        }
    }

    private final Decisions decisions;
    private final FollowUps followUps;
    private final FollowUpRules rules;
    private final Journal journal;
    private final Clock clock;

    PrepareFollowUp(Decisions decisions, FollowUps followUps, FollowUpRules rules, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.followUps = followUps;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(FollowUpRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        if (!decision.isSigned()) {
            return refused(FollowUpRefusal.NOT_SIGNED);
        }
        if (decision.kind().isOfCourt()) {
            return refused(FollowUpRefusal.OF_COURT);
        }
        if (decision.decider() != null) {
            return refused(FollowUpRefusal.OF_ANOTHER_DECIDER);
        }
        if (!decision.institution().equals(by.institution())) {
            return refused(FollowUpRefusal.NOT_COMPETENT, decision.institution());
        }
        var target = followUps.targets(in.decision()).stream()
                .filter(one -> Objects.equals(one.banId(), in.ban()))
                .findFirst();
        if (target.isEmpty()) {
            return refused(List.of(Refusal.at("target", FollowUpRefusal.NOT_A_TARGET)));
        }
        if (followUps.of(in.decision()).stream()
                .anyMatch(other -> other.isWaiting() && Objects.equals(other.banId(), in.ban()))) {
            return refused(FollowUpRefusal.DRAFT_EXISTS);
        }
        var mistakes = rules.mistakes(in, target.get(), LocalDate.now(clock), by);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var id = followUps.add(decision, in, by, clock.instant());
        journal.record(
                by,
                Entry.act(PrepareFollowUp.class)
                        .on("follow_up", id, 0)
                        .about(decision.personId())
                        .under(in.legalBasis())
                        .because(in.reasons())
                        .with(Map.of("followUp", followUps.find(id).orElseThrow())));
        return done(id);
    }
}
