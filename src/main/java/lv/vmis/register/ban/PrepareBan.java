package lv.vmis.register.ban;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.DraftRules;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Persons;

/** Prepares a decision that imposes entry bans and nothing else (Reg. 122 5.10–5.13), by an official of PMLP or VRS. */
@Action
public class PrepareBan {

    public record Input(PersonId person, Draft draft) {}

    private final Persons persons;
    private final Decisions decisions;
    private final DraftRules rules;
    private final Bans bans;
    private final Journal journal;
    private final Clock clock;

    PrepareBan(Persons persons, Decisions decisions, DraftRules rules, Bans bans, Journal journal, Clock clock) {
        this.persons = persons;
        this.decisions = decisions;
        this.rules = rules;
        this.bans = bans;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        if (persons.bar(in.person()).isEmpty()) {
            return refused(BanRefusal.PERSON_UNKNOWN);
        }
        // The decision is made for the record that speaks for the person.
        var person = persons.lockedHead(in.person());
        if (decisions.banDraft(person).isPresent()) {
            return refused(BanRefusal.DRAFT_EXISTS);
        }
        var mistakes = rules.mistakes(person, in.draft(), LocalDate.now(clock), by);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var id = decisions.add(null, person, in.draft(), by, clock.instant());
        bans.plan(id, person, in.draft().bans(), by);
        journal.record(
                by,
                Entry.act(PrepareBan.class)
                        .on("decision", id, 0)
                        .about(person)
                        .under(in.draft().legalBasis())
                        .because(in.draft().reasons())
                        .with(Map.of(
                                "decision", decisions.find(id).orElseThrow(),
                                "bans", in.draft().bans())));
        return done(id);
    }
}
