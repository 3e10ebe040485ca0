package lv.vmis.register.returns;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;

/** Takes up a closed case again: the person was found, or it was closed by mistake. */
@Action
public class ReopenCase {

    public record Input(UUID caseId, String reason) {}

    private final ReturnCases cases;
    private final Closings closings;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    ReopenCase(ReturnCases cases, Closings closings, Persons persons, Journal journal, Clock clock) {
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
        var seen = found.get();
        persons.lock(seen.personId());
        if (!seen.competent().equals(by.institution())) {
            return refused(ReturnsRefusal.CLOSED_BY_COMPETENT, seen.competent());
        }
        if (!closings.reopen(in.caseId(), in.reason(), by, clock.instant())) {
            return refused(ReturnsRefusal.NOT_CLOSED);
        }
        journal.record(
                by,
                Entry.act(ReopenCase.class)
                        .on("return_case", seen.id(), seen.version())
                        .about(seen.personId())
                        .because(in.reason())
                        .with(Map.of("case", seen.number())));
        return done(seen.id());
    }
}
