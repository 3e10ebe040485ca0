package lv.vmis.register.decision;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.returns.Closings;
import org.jspecify.annotations.Nullable;

/** Notes that a decision was served on the person; the term of an order is counted from that day. */
@Action
public class ServeDecision {

    /** The manner by which a person would not sign; it needs a note (Reg. 454 p. 5). */
    static final String REFUSED_TO_SIGN = "REFUSED_TO_SIGN";

    public record Input(
            UUID decision,
            LocalDate servedOn,
            String manner,
            String language,
            @Nullable String note) {}

    private final Decisions decisions;
    private final Closings closings;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    ServeDecision(Decisions decisions, Closings closings, Codes codes, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.closings = closings;
        this.codes = codes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(DecisionRefusal.DECISION_UNKNOWN);
        }
        var decision = found.get();
        var decidedOn = decision.decidedOn();
        if (decidedOn == null) {
            return refused(DecisionRefusal.NOT_SIGNED);
        }
        if (decision.returnCaseId() != null && closings.isClosed(decision.returnCaseId())) {
            return refused(DecisionRefusal.CASE_CLOSED);
        }
        if (decision.cancelledOn() != null) {
            return refused(DecisionRefusal.IS_CANCELLED, LatvianDates.numeric(decision.cancelledOn()));
        }
        if (decision.servedOn() != null) {
            return refused(DecisionRefusal.ALREADY_SERVED, LatvianDates.numeric(decision.servedOn()));
        }
        var mistakes = mistakes(in, decidedOn);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var days = decision.termDays();
        decisions.serve(decision, in, days == null ? null : in.servedOn().plusDays(days), by, clock.instant());
        var served = decisions.find(decision.id()).orElseThrow();
        var state = States.of(served);
        state.put("service", in);
        journal.record(
                by,
                Entry.act(ServeDecision.class)
                        .on("decision", served.id(), served.version())
                        .about(served.personId())
                        .under(served.legalBasis())
                        .because(in.note())
                        .with(state));
        return done(served.id());
    }

    private List<Refusal> mistakes(Input in, LocalDate decidedOn) {
        var today = LocalDate.now(clock);
        var mistakes = new ArrayList<Refusal>();
        if (in.servedOn().isBefore(decidedOn)) {
            mistakes.add(
                    Refusal.at("servedOn", DecisionRefusal.SERVED_BEFORE_DECISION, LatvianDates.numeric(decidedOn)));
        }
        if (in.servedOn().isAfter(today)) {
            mistakes.add(Refusal.at("servedOn", DecisionRefusal.SERVED_IN_FUTURE));
        }
        if (!codes.isInForce("service_manner", in.manner(), today)) {
            mistakes.add(Refusal.at("manner", DecisionRefusal.MANNER_NOT_IN_LIST));
        }
        if (!codes.isInForce("language", in.language(), today)) {
            mistakes.add(Refusal.at("language", DecisionRefusal.LANGUAGE_NOT_IN_LIST));
        }
        if (in.manner().equals(REFUSED_TO_SIGN) && in.note() == null) {
            mistakes.add(Refusal.at("note", DecisionRefusal.REFUSAL_NEEDS_NOTE));
        }
        return mistakes;
    }
}
