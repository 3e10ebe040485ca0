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
import org.jspecify.annotations.Nullable;

/** Withdraws the service of a decision that was noted by mistake (Reg. 122 p. 11): the term to leave is again that of the decision. */
@Action
public class WithdrawServiceNote {

    public record Input(UUID decision, int version, String reason) {}

    private final Decisions decisions;
    private final Withdrawals withdrawals;
    private final Journal journal;
    private final Clock clock;

    WithdrawServiceNote(Decisions decisions, Withdrawals withdrawals, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.withdrawals = withdrawals;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(DecisionRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        var entered = decisions.service(decision.id());
        if (entered.isEmpty()) {
            return refused(DecisionRefusal.NOT_SERVED);
        }
        var blocked = Steps.withdrawing(decision, entered.get().servedBy(), by);
        if (blocked != null) {
            return refused(blocked);
        }
        if (decision.departedOn() != null) {
            return refused(DecisionRefusal.DEPARTURE_RESTS_ON_SERVICE, LatvianDates.numeric(decision.departedOn()));
        }
        if (withdrawals.isTermLater(decision.id())) {
            return refused(DecisionRefusal.TERM_RESTS_ON_SERVICE);
        }
        if (decision.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        withdrawals.service(decision, leaveBy(decision), in.reason(), by, clock.instant());
        var stands = decisions.find(decision.id()).orElseThrow();
        var state = States.of(stands);
        state.put("withdrawn", entered.get());
        journal.record(
                by,
                Entry.act(WithdrawServiceNote.class)
                        .on("decision", stands.id(), stands.version())
                        .about(stands.personId())
                        .under(stands.legalBasis())
                        .because(in.reason())
                        .with(state));
        return done(stands.id());
    }

    /** As it was before the service: counted from the decision, or as the result of a remedy set it. */
    private @Nullable LocalDate leaveBy(Decision decision) {
        var days = decision.termDays();
        var decidedOn = decision.decidedOn();
        return days == null || decidedOn == null
                ? null
                : withdrawals.termBefore(decision.id()).orElse(decidedOn.plusDays(days));
    }
}
