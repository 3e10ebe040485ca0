package lv.vmis.register.returns;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;

/** Corrects a finding that was entered wrongly, while no decision rests on it (Reg. 122 p. 11). What it said is kept. */
@Action
public class CorrectFinding {

    /** @param version the version the official saw */
    public record Input(UUID finding, int version, EnterFinding.Facts facts, String reason) {}

    private final Findings findings;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    CorrectFinding(Findings findings, Persons persons, Journal journal, Clock clock) {
        this.findings = findings;
        this.persons = persons;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = findings.find(in.finding());
        if (found.isEmpty()) {
            return refused(ReturnsRefusal.FINDING_UNKNOWN);
        }
        persons.lock(found.get().personId());
        var seen = findings.find(in.finding()).orElseThrow();
        if (!seen.institution().equals(by.institution())) {
            return refused(ReturnsRefusal.FOUND_BY_ANOTHER, seen.institution());
        }
        if (seen.decided()) {
            return refused(ReturnsRefusal.DECISION_RESTS_ON_FINDING);
        }
        var mistakes = mistakes(in, seen);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        if (seen.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        findings.correct(seen.id(), in.facts(), in.reason(), by, clock.instant());
        journal.record(
                by,
                Entry.act(CorrectFinding.class)
                        .on("finding", seen.id(), in.version() + 1)
                        .about(seen.personId())
                        .under(in.facts().legalBasis())
                        .because(in.reason())
                        .with(Map.of("finding", in.facts(), "before", seen.facts())));
        return done(seen.caseId());
    }

    private List<Refusal> mistakes(Input in, Findings.ToCorrect seen) {
        var mistakes = new ArrayList<Refusal>();
        var foundOn = in.facts().foundOn();
        if (seen.heldOn() != null && foundOn.isAfter(seen.heldOn())) {
            mistakes.add(
                    Refusal.at("foundOn", ReturnsRefusal.FOUND_AFTER_DETENTION, LatvianDates.numeric(seen.heldOn())));
        }
        var born = persons.bar(seen.personId()).orElseThrow().birthDate();
        if (born.earliest().isAfter(foundOn)) {
            mistakes.add(Refusal.at("foundOn", ReturnsRefusal.FINDING_BEFORE_BIRTH));
        }
        return mistakes;
    }
}
