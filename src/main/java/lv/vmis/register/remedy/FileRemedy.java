package lv.vmis.register.remedy;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.returns.Closings;
import org.jspecify.annotations.Nullable;

/** Notes that a decision is contested or appealed against; when that suspends it, it is suspended from that day. */
@Action
public class FileRemedy {

    /** @param grounds what the person objects to; of what is late and suspends all the same, also why */
    public record Input(
            UUID decision,
            RemedyKind kind,
            LocalDate filedOn,
            String addressee,
            @Nullable String number,
            boolean suspends,
            @Nullable String grounds) {}

    private final Decisions decisions;
    private final Remedies remedies;
    private final RemedyTerm term;
    private final Closings closings;
    private final Journal journal;
    private final Clock clock;

    FileRemedy(
            Decisions decisions, Remedies remedies, RemedyTerm term, Closings closings, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.remedies = remedies;
        this.term = term;
        this.closings = closings;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = decisions.locked(in.decision());
        if (found.isEmpty()) {
            return refused(RemedyRefusal.DECISION_UNKNOWN);
        }
        var mistakes = mistakes(in, found.get(), by);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var id = remedies.add(found.get(), in, by, clock.instant());
        journal.record(
                by,
                Entry.act(FileRemedy.class)
                        .on("remedy", id, 0)
                        .about(found.get().personId())
                        .because(in.grounds())
                        .with(Map.of(
                                "remedy",
                                remedies.find(id).orElseThrow(),
                                "decision",
                                decisions.find(in.decision()).orElseThrow())));
        return done(id);
    }

    /** A decision is contested first, then appealed against, then taken to cassation: each after the result of the one before. */
    private static boolean isOutOfOrder(RemedyKind kind, List<Remedy> filed) {
        var before = kind.before();
        return before != null && filed.stream().noneMatch(one -> one.kind() == before && one.result() != null);
    }

    private List<Refusal> mistakes(Input in, Decision decision, Actor by) {
        var decidedOn = decision.decidedOn();
        if (decidedOn == null) {
            return List.of(Refusal.of(RemedyRefusal.NOT_SIGNED));
        }
        if (!decision.institution().equals(by.institution())) {
            return List.of(Refusal.of(RemedyRefusal.NOT_YOUR_INSTITUTION, decision.institution()));
        }
        if (decision.kind().isOfCourt()) {
            return List.of(Refusal.of(RemedyRefusal.OF_COURT));
        }
        if (decision.returnCaseId() != null && closings.isClosed(decision.returnCaseId())) {
            return List.of(Refusal.of(RemedyRefusal.CASE_CLOSED));
        }
        if (decision.cancelledOn() != null) {
            return List.of(Refusal.of(RemedyRefusal.IS_CANCELLED, LatvianDates.numeric(decision.cancelledOn())));
        }
        if (remedies.of(decision.id()).stream().anyMatch(Remedy::isWaiting)) {
            return List.of(Refusal.of(RemedyRefusal.ONE_WAITS));
        }
        var mistakes = new ArrayList<Refusal>();
        if (in.filedOn().isBefore(decidedOn)) {
            mistakes.add(Refusal.at("filedOn", RemedyRefusal.BEFORE_DECISION, LatvianDates.numeric(decidedOn)));
        }
        if (in.filedOn().isAfter(LocalDate.now(clock))) {
            mistakes.add(Refusal.at("filedOn", RemedyRefusal.IN_FUTURE));
        }
        if (in.grounds() == null && isOutOfOrder(in.kind(), remedies.of(decision.id()))) {
            mistakes.add(Refusal.at("grounds", RemedyRefusal.OUT_OF_ORDER));
        } else if (in.suspends() && in.grounds() == null) {
            term.toFile(in.kind(), decision, remedies.of(decision.id()))
                    .map(limit -> limit.until().day())
                    .filter(in.filedOn()::isAfter)
                    .ifPresent(until -> mistakes.add(
                            Refusal.at("grounds", RemedyRefusal.LATE_WITHOUT_REASON, LatvianDates.numeric(until))));
        }
        return mistakes;
    }
}
