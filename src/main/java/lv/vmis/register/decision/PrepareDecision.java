package lv.vmis.register.decision;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;
import lv.vmis.register.returns.ReturnCases;

/** Prepares a departure order or a removal decision with its bans, by an official of the institution that decides. */
@Action
public class PrepareDecision {

    public record Input(UUID caseId, Draft draft) {}

    private final ReturnCases cases;
    private final Decidable decidable;
    private final Persons persons;
    private final Decisions decisions;
    private final DraftRules rules;
    private final BansOfDecision bans;
    private final Journal journal;
    private final Clock clock;

    PrepareDecision(
            ReturnCases cases,
            Decidable decidable,
            Persons persons,
            Decisions decisions,
            DraftRules rules,
            BansOfDecision bans,
            Journal journal,
            Clock clock) {
        this.cases = cases;
        this.decidable = decidable;
        this.persons = persons;
        this.decisions = decisions;
        this.rules = rules;
        this.bans = bans;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var known = cases.find(in.caseId());
        if (known.isEmpty()) {
            return refused(DecisionRefusal.CASE_UNKNOWN);
        }
        var person = known.get().personId();
        persons.lock(person);
        // Read again under the lock: the case may just have been handed over.
        var returnCase = cases.find(in.caseId()).orElseThrow();
        var obstacle = decidable.obstacle(returnCase, by);
        if (obstacle != null) {
            return refused(List.of(obstacle));
        }
        var mistakes = rules.mistakes(person, in.draft(), LocalDate.now(clock), by);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var id = decisions.add(in.caseId(), person, in.draft(), by, clock.instant());
        bans.plan(id, person, in.draft().bans(), by);
        var prepared = decisions.find(id).orElseThrow();
        journal.record(
                by,
                Entry.act(PrepareDecision.class)
                        .on("decision", id, prepared.version())
                        .about(person)
                        .under(in.draft().legalBasis())
                        .because(in.draft().reasons())
                        .with(States.of(prepared, in.draft().bans())));
        return done(id);
    }
}
