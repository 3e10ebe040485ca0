package lv.vmis.register.safeguard;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
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
import lv.vmis.register.reference.Codes;
import lv.vmis.register.returns.Closings;
import lv.vmis.register.returns.ReturnCase;
import lv.vmis.register.returns.ReturnCases;

/** Assesses what the law protects before somebody is removed by force (Directive 2008/115/EC, Art. 5 and 9). */
@Action
public class AssessSafeguards {

    /** @param seen how many answers of the case the official had before him: somebody else may have added to them */
    public record Input(UUID caseId, int seen, LocalDate assessedOn, List<Answer> answers) {}

    /** @param evidence what the answer stands on */
    public record Answer(String question, String answer, String evidence) {}

    private static final String REMEDY = "REMEDY";
    private static final String CLEAR = "CLEAR";

    private final ReturnCases cases;
    private final Closings closings;
    private final Persons persons;
    private final Safeguards safeguards;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    AssessSafeguards(
            ReturnCases cases,
            Closings closings,
            Persons persons,
            Safeguards safeguards,
            Codes codes,
            Journal journal,
            Clock clock) {
        this.cases = cases;
        this.closings = closings;
        this.persons = persons;
        this.safeguards = safeguards;
        this.codes = codes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = cases.find(in.caseId());
        if (found.isEmpty()) {
            return refused(SafeguardRefusal.CASE_UNKNOWN);
        }
        var person = found.get().personId();
        persons.lock(person);
        if (closings.isClosed(in.caseId())) {
            return refused(SafeguardRefusal.CASE_CLOSED);
        }
        // The Border Guard removes whoever it is that decided.
        if (!by.institution().equals("VRS")
                && !by.institution().equals(found.get().competent())) {
            return refused(SafeguardRefusal.NOT_YOUR_INSTITUTION, found.get().competent());
        }
        if (in.answers().isEmpty()) {
            return refused(SafeguardRefusal.NOTHING_ANSWERED);
        }
        if (safeguards.of(in.caseId()).size() != in.seen()) {
            return refused(SafeguardRefusal.ANSWERED_MEANWHILE);
        }
        var mistakes = mistakes(in, found.get());
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        safeguards.add(in, person, by, clock.instant());
        journal.record(
                by,
                Entry.act(AssessSafeguards.class)
                        .on("return_case", in.caseId(), found.get().version())
                        .about(person)
                        .with(Map.of("assessed", in, "stands", safeguards.on(in.caseId(), LocalDate.now(clock)))));
        return done(in.caseId());
    }

    private List<Refusal> mistakes(Input in, ReturnCase found) {
        var mistakes = new ArrayList<Refusal>();
        if (in.assessedOn().isAfter(LocalDate.now(clock))) {
            mistakes.add(Refusal.at("assessedOn", SafeguardRefusal.IN_FUTURE));
        }
        if (in.assessedOn().isBefore(found.openedOn())) {
            mistakes.add(
                    Refusal.at("assessedOn", SafeguardRefusal.BEFORE_CASE, LatvianDates.numeric(found.openedOn())));
        }
        for (var each : in.answers()) {
            if (!codes.isInForce("safeguard", each.question(), in.assessedOn())
                    || !codes.isInForce("safeguard_answer", each.answer(), in.assessedOn())) {
                mistakes.add(Refusal.at(SafeguardForm.answer(each.question()), EdgeRefusal.NOT_IN_LIST));
            }
        }
        in.answers().stream()
                .filter(each -> each.question().equals(REMEDY) && each.answer().equals(CLEAR))
                .findFirst()
                .flatMap(_ -> safeguards.remedyWaits(found.personId(), LocalDate.now(clock)))
                .ifPresent(since -> mistakes.add(Refusal.at(
                        SafeguardForm.answer(REMEDY), SafeguardRefusal.REMEDY_WAITS, LatvianDates.numeric(since))));
        return mistakes;
    }
}
