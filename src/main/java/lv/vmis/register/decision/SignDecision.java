package lv.vmis.register.decision;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;

/**
 * Signs a decision: a second official of the institution gives it its number, its day and its printed form, all in one
 * transaction, so that neither a number nor a document exists without the other.
 */
@Action
public class SignDecision {

    /** @param version the version the official saw */
    public record Input(UUID decision, int version) {}

    /** What came into being. */
    public record Signed(
            UUID decision,
            String number,
            LocalDate decidedOn,
            @Nullable LocalDate leaveBy) {}

    private final Decisions decisions;
    private final ReturnCases cases;
    private final DraftRules rules;
    private final PrintedDecisions printed;
    private final Journal journal;
    private final Clock clock;

    SignDecision(
            Decisions decisions,
            ReturnCases cases,
            DraftRules rules,
            PrintedDecisions printed,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.cases = cases;
        this.rules = rules;
        this.printed = printed;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<Signed> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(DecisionRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        var blocked = Steps.withDecider(decision, by);
        if (blocked != null) {
            return refused(blocked);
        }
        if (decision.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        var caseId = decision.returnCaseId();
        if (caseId != null) {
            if (decisions.hasLeft(caseId)) {
                return refused(DecisionRefusal.HAS_LEFT);
            }
            var left = decisions.leftUndecided(caseId);
            if (left.isPresent()) {
                return refused(DecisionRefusal.LEFT_UNSIGNED, LatvianDates.numeric(left.get()));
            }
            var competent = cases.find(caseId).orElseThrow().competent();
            if (!competent.equals(by.institution())) {
                return refused(DecisionRefusal.NOT_COMPETENT, competent);
            }
        }
        var today = LocalDate.now(clock);
        var bans = decisions.bans(decision.id()).stream().map(BanLine::planned).toList();
        // The law of the day of signing applies, which may not be that of the day of the draft.
        var mistakes = rules.mistakes(
                decision.personId(),
                new Draft(
                        decision.kind(),
                        decision.legalBasis(),
                        decision.destination(),
                        decision.termDays(),
                        decision.reasons(),
                        decision.familyLife(),
                        decision.unionFamily(),
                        decision.conduct(),
                        bans),
                today,
                by);
        if (!mistakes.isEmpty()) {
            return refused(mistakes.stream()
                    .map(mistake -> new Refusal(mistake.code(), "", mistake.values()))
                    .distinct()
                    .toList());
        }
        var unprintable = printed.unprintable(decision, by);
        if (!unprintable.isEmpty()) {
            return refused(DecisionRefusal.UNPRINTABLE, unprintable);
        }
        var signed = sign(decision, today, by);
        var document = printed.keep(signed, by);
        var state = States.of(signed, bans);
        state.put("document", document);
        journal.record(
                by,
                Entry.act(SignDecision.class)
                        .on("decision", signed.id(), signed.version())
                        .about(signed.personId())
                        .under(signed.legalBasis())
                        .because(signed.reasons())
                        .with(state));
        return done(new Signed(signed.id(), String.valueOf(signed.number()), today, signed.leaveBy()));
    }

    private Decision sign(Decision decision, LocalDate today, Actor by) {
        var inYear = decisions.nextNumber(decision.institution(), today.getYear());
        var number = "%s-%s-%d-%05d"
                .formatted(decision.institution(), decision.kind().letter(), today.getYear(), inYear);
        var days = decision.termDays();
        decisions.sign(
                decision.id(), number, inYear, today, days == null ? null : today.plusDays(days), by, clock.instant());
        return decisions.find(decision.id()).orElseThrow();
    }
}
