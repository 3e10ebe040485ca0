package lv.vmis.register.decision;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lv.vmis.register.detention.HeldPersons;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RegisterClock;

/** Withdraws a departure that was confirmed by mistake (Reg. 122 p. 11): everything is as if it had never been confirmed. */
@Action
public class WithdrawDeparture {

    public record Input(UUID decision, int version, String reason) {}

    private final Decisions decisions;
    private final Departures departures;
    private final Withdrawals withdrawals;
    private final HeldPersons held;
    private final Journal journal;
    private final Clock clock;

    WithdrawDeparture(
            Decisions decisions,
            Departures departures,
            Withdrawals withdrawals,
            HeldPersons held,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.departures = departures;
        this.withdrawals = withdrawals;
        this.held = held;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(DecisionRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        var entered = departures.of(decision.id());
        if (entered.isEmpty()) {
            return refused(DecisionRefusal.NOT_DEPARTED);
        }
        var blocked = Steps.withdrawing(decision, entered.get().confirmedBy(), by);
        if (blocked != null) {
            return refused(blocked);
        }
        var ban = withdrawals.banAfter(decision);
        if (ban.isPresent()) {
            return refused(DecisionRefusal.BAN_RESTS_ON_DEPARTURE, ban.get());
        }
        var closed = withdrawals.closedAfter(decision);
        if (closed.isPresent()) {
            return refused(DecisionRefusal.CASE_CLOSED_BY_DEPARTURE, closed.get());
        }
        var confirmedAt = entered.get().confirmedAt();
        var anew = held.anewSince(decision.personId(), confirmedAt);
        if (anew.isPresent()) {
            return refused(
                    DecisionRefusal.DETAINED_SINCE,
                    LatvianDates.numeric(LocalDate.ofInstant(anew.get(), RegisterClock.RIGA)));
        }
        if (decision.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        var now = clock.instant();
        // Whoever was released by it was never removed: he is held as before, until when the titles say.
        var again = held.heldAgain(decision.personId(), confirmedAt, in.reason(), by, now);
        withdrawals.departure(decision, in.reason(), by, now);
        var stands = decisions.find(decision.id()).orElseThrow();
        var state = States.of(stands);
        state.put("withdrawn", entered.get());
        state.put("heldAgain", again);
        state.put("bans", decisions.bans(stands.id()));
        journal.record(
                by,
                Entry.act(WithdrawDeparture.class)
                        .on("decision", stands.id(), stands.version())
                        .about(stands.personId())
                        .under(stands.legalBasis())
                        .because(in.reason())
                        .with(state));
        return done(stands.id());
    }
}
