package lv.vmis.register.returns;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;

/** Hands a case to PMLP when the Border Guard found the violation but PMLP is competent to decide (Reg. 122 p. 8). */
@Action
public class HandOver {

    public record Input(UUID caseId, int version, String reason) {}

    private final ReturnCases cases;
    private final Closings closings;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    HandOver(ReturnCases cases, Closings closings, Persons persons, Journal journal, Clock clock) {
        this.cases = cases;
        this.closings = closings;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = cases.find(in.caseId());
        if (found.isEmpty()) {
            return refused(ReturnsRefusal.CASE_UNKNOWN);
        }
        persons.lock(found.get().personId());
        var seen = cases.find(in.caseId()).orElseThrow();
        if (closings.isClosed(seen.id())) {
            return refused(ReturnsRefusal.CASE_CLOSED);
        }
        var comesBack = seen.comesBackFrom(by.institution());
        if (seen.competent().equals("PMLP") && !comesBack) {
            return refused(ReturnsRefusal.ALREADY_THERE);
        }
        if (!by.institution().equals(seen.competent())) {
            return refused(ReturnsRefusal.NOT_COMPETENT);
        }
        if (cases.hasDecision(in.caseId())) {
            return refused(ReturnsRefusal.DECISION_EXISTS);
        }
        var to = comesBack ? "VRS" : "PMLP";
        if (seen.version() != in.version() || !cases.handOver(seen, to, in.reason(), by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(HandOver.class)
                        .on("return_case", seen.id(), seen.version() + 1)
                        .about(seen.personId())
                        .because(in.reason())
                        .with(Map.of("case", seen.number(), "competent", to)));
        return done(seen.id());
    }
}
