package lv.vmis.register.followup;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.LeaveTerm;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Signs a follow-up decision: a second official of the institution gives it its number, and it holds. */
@Action
public class SignFollowUp {

    /** @param version the version the official saw */
    public record Input(UUID followUp, int version) {}

    private final FollowUps followUps;
    private final FollowUpSteps steps;
    private final FollowUpRules rules;
    private final Decisions decisions;
    private final LeaveTerm term;
    private final PrintedFollowUps printed;
    private final Journal journal;
    private final Clock clock;

    SignFollowUp(
            FollowUps followUps,
            FollowUpSteps steps,
            FollowUpRules rules,
            Decisions decisions,
            LeaveTerm term,
            PrintedFollowUps printed,
            Journal journal,
            Clock clock) {
        this.followUps = followUps;
        this.steps = steps;
        this.rules = rules;
        this.decisions = decisions;
        this.term = term;
        this.printed = printed;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        return steps.waiting(in.followUp(), by).then(seen -> run(in, seen, by));
    }

    private Outcome<UUID> run(Input in, FollowUp seen, Actor by) {
        if (seen.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        var today = LocalDate.now(clock);
        var target = followUps.target(seen);
        // The law and the target as they are on the day of signing.
        var mistakes = rules.mistakes(seen.input(), target, today, by);
        if (!mistakes.isEmpty()) {
            return refused(mistakes.stream()
                    .map(mistake -> new Refusal(mistake.code(), "", mistake.values()))
                    .toList());
        }
        var unprintable = printed.unprintable(seen);
        if (!unprintable.isEmpty()) {
            return refused(FollowUpRefusal.UNPRINTABLE, unprintable);
        }
        var inYear = decisions.nextNumber(seen.institution(), today.getYear());
        var number = "%s-T-%d-%05d".formatted(seen.institution(), today.getYear(), inYear);
        var leaveBy = seen.kind() == FollowUpKind.RESUME ? goesOn(seen, target) : seen.leaveBy();
        followUps.sign(seen.id(), number, today, leaveBy, by, clock.instant());
        if (leaveBy != null) {
            decisions.extend(seen.decisionId(), leaveBy);
        }
        var signed = followUps.find(seen.id()).orElseThrow();
        var document = printed.keep(signed);
        var state = new LinkedHashMap<String, Object>();
        state.put("followUp", signed);
        state.put("decision", decisions.find(seen.decisionId()).orElseThrow());
        state.put("bans", decisions.bans(seen.decisionId()));
        state.put("document", document);
        journal.record(
                by,
                Entry.act(SignFollowUp.class)
                        .on("follow_up", signed.id(), signed.version())
                        .about(signed.personId())
                        .under(signed.legalBasis())
                        .because(signed.reasons())
                        .with(state));
        return done(signed.id());
    }

    /** The last day to leave, counted anew now that the order goes on; nothing where nobody has to leave by a day. */
    private @Nullable LocalDate goesOn(FollowUp resumed, Target target) {
        var leaveBy = target.leaveBy();
        var suspendedOn = target.suspendedOn();
        return target.isBan() || leaveBy == null || suspendedOn == null || target.leftOn() != null
                ? null
                : term.goesOn(
                        decisions.find(resumed.decisionId()).orElseThrow(), leaveBy, suspendedOn, resumed.effectOn());
    }
}
