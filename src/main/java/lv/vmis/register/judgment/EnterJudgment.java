package lv.vmis.register.judgment;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.decision.BansOfDecision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.Destinations;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Institution;
import lv.vmis.register.reference.Units;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;

/**
 * Enters a judgment in force that imposes expulsion (Reg. 122 p. 7). It is carried out as it stands: nobody of the Register
 * decides or signs. It goes to the person's open case, or opens one.
 */
@Action
public class EnterJudgment {

    /** Criminal Law s. 43: expulsion, and the ban that goes with it. */
    private static final String BASIS = "KL-43";

    static final String BAN_BASIS = "KL-43-2";

    public record Input(
            PersonId person,
            String court,
            String number,
            LocalDate decidedOn,
            LocalDate inForceOn,
            @Nullable String destination,
            String ruling,
            List<PlannedBan> bans,
            Imprisonment imprisonment) {}

    private final Judgments judgments;
    private final Decisions decisions;
    private final BansOfDecision bans;
    private final Destinations destinations;
    private final ReturnCases cases;
    private final Persons persons;
    private final Units units;
    private final Journal journal;
    private final Clock clock;

    EnterJudgment(
            Judgments judgments,
            Decisions decisions,
            BansOfDecision bans,
            Destinations destinations,
            ReturnCases cases,
            Persons persons,
            Units units,
            Journal journal,
            Clock clock) {
        this.judgments = judgments;
        this.decisions = decisions;
        this.bans = bans;
        this.destinations = destinations;
        this.cases = cases;
        this.persons = persons;
        this.units = units;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        if (!by.institution().equals("VRS")) {
            return refused(JudgmentRefusal.OF_BORDER_GUARD);
        }
        if (persons.bar(in.person()).isEmpty()) {
            return refused(JudgmentRefusal.PERSON_UNKNOWN);
        }
        persons.lock(in.person());
        var open = judgments.openCase(in.person());
        if (open != null && judgments.hasDraft(open)) {
            return refused(JudgmentRefusal.DRAFT_OPEN);
        }
        var mistakes = mistakes(in);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        var today = LocalDate.now(clock);
        var caseId = open == null ? cases.open(in.person(), null, today, by) : open;
        var person = cases.find(caseId).orElseThrow().personId();
        var now = clock.instant();
        var id = decisions.addOfCourt(
                caseId, person, BASIS, in.destination(), in.ruling(), in.number(), in.decidedOn(), by, now);
        judgments.add(id, person, in, by, now);
        bans.plan(id, person, in.bans(), by);
        journal.record(
                by,
                Entry.act(EnterJudgment.class)
                        .on("decision", id, 0)
                        .about(person)
                        .under(BASIS)
                        .because(in.ruling())
                        .with(Map.of(
                                "judgment", judgments.find(id).orElseThrow(),
                                "decision", decisions.find(id).orElseThrow(),
                                "bans", in.bans())));
        return done(id);
    }

    private List<Refusal> mistakes(Input in) {
        var today = LocalDate.now(clock);
        var mistakes = new ArrayList<Refusal>();
        if (units.institutions("court", in.decidedOn()).stream()
                .map(Institution::code)
                .noneMatch(in.court()::equals)) {
            mistakes.add(Refusal.at("court", JudgmentRefusal.COURT_UNKNOWN));
        }
        if (in.inForceOn().isBefore(in.decidedOn())) {
            mistakes.add(Refusal.at(
                    "inForceOn", JudgmentRefusal.IN_FORCE_BEFORE_GIVEN, LatvianDates.numeric(in.decidedOn())));
        }
        if (in.inForceOn().isAfter(today)) {
            mistakes.add(Refusal.at("inForceOn", JudgmentRefusal.IN_FORCE_IN_FUTURE));
        }
        if (judgments.isEntered(in.person(), in.number())) {
            mistakes.add(Refusal.at("number", JudgmentRefusal.ENTERED_ALREADY));
        }
        if (in.destination() != null) {
            destinations.mistake(in.destination(), in.person(), today).ifPresent(mistakes::add);
        }
        mistakes.addAll(Judgments.mistakes(in.imprisonment()));
        mistakes.addAll(bans.mistakes(DecisionKind.COURT_EXPULSION, in.bans(), in.decidedOn(), in.court()));
        return mistakes;
    }
}
