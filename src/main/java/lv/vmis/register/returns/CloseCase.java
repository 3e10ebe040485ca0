package lv.vmis.register.returns;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/** Closes a case whose purpose is reached otherwise than by departure: the stay became legal, protection, death, … */
@Action
public class CloseCase {

    public record Input(
            UUID caseId,
            ClosingReason reason,
            LocalDate closedOn,
            @Nullable String note) {}

    private final ReturnCases cases;
    private final Closings closings;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    CloseCase(ReturnCases cases, Closings closings, Persons persons, Journal journal, Clock clock) {
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
        if (!seen.competent().equals(by.institution())) {
            return refused(ReturnsRefusal.CLOSED_BY_COMPETENT, seen.competent());
        }
        var obstacle = obstacle(in);
        if (obstacle != null) {
            return refused(obstacle);
        }
        if (in.closedOn().isBefore(seen.openedOn())) {
            return refused(List.of(Refusal.at(
                    "closedOn", ReturnsRefusal.CLOSED_BEFORE_OPENED, LatvianDates.numeric(seen.openedOn()))));
        }
        closings.add(in, seen.personId(), by, clock.instant());
        journal.record(
                by,
                Entry.act(CloseCase.class)
                        .on("return_case", seen.id(), seen.version())
                        .about(seen.personId())
                        .because(in.note())
                        .with(Map.of(
                                "case", seen.number(),
                                "reason", in.reason(),
                                "closedOn", in.closedOn())));
        return done(seen.id());
    }

    private @Nullable ReturnsRefusal obstacle(Input in) {
        var obstacles = closings.obstacles(in.caseId(), LocalDate.now(clock));
        if (obstacles.left() || closings.isClosed(in.caseId())) {
            return ReturnsRefusal.NOTHING_TO_DO;
        }
        if (in.reason() == ClosingReason.LEFT && !obstacles.leftElsewhere()) {
            return ReturnsRefusal.NOT_LEFT;
        }
        if (obstacles.held() || (obstacles.heldAnywhere() && in.reason() == ClosingReason.ABSCONDED)) {
            return ReturnsRefusal.PERSON_HELD;
        }
        if (in.reason() == ClosingReason.ABSCONDED) {
            // Of these the Register knows where they are.
            if (obstacles.inPrison()) {
                return ReturnsRefusal.PERSON_IN_PRISON;
            }
            if (obstacles.leftElsewhere()) {
                return ReturnsRefusal.PERSON_HAS_LEFT;
            }
        }
        if (obstacles.draft()) {
            return ReturnsRefusal.DRAFT_OPEN;
        }
        if (obstacles.remedy()) {
            return ReturnsRefusal.REMEDY_OPEN;
        }
        if (obstacles.measure()) {
            return ReturnsRefusal.MEASURE_RUNS;
        }
        return obstacles.decided() && !in.reason().leavesDecision() ? ReturnsRefusal.DECISION_IN_FORCE : null;
    }
}
