package lv.vmis.register.whereabouts;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.returns.Prisons;
import lv.vmis.register.returns.ReturnCase;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;

/** Notes that nobody knows where the person of an open case is, that the search was reviewed, or that he was found. */
@Action
public class NoteWhereabouts {

    /**
     * @param seen how many notes of the case the official had before him
     * @param onDay since when he is gone, when the search was reviewed, or when he was found
     * @param done what was done to find him, or where he was found
     * @param reviewOn until when the search is reviewed next; nothing when he was found
     */
    public record Input(
            UUID caseId,
            int seen,
            SearchState kind,
            LocalDate onDay,
            String done,
            @Nullable LocalDate reviewOn) {}

    private final ReturnCases cases;
    private final Persons persons;
    private final Whereabouts whereabouts;
    private final Prisons prisons;
    private final LegalParameters parameters;
    private final Journal journal;
    private final Clock clock;

    NoteWhereabouts(
            ReturnCases cases,
            Persons persons,
            Whereabouts whereabouts,
            Prisons prisons,
            LegalParameters parameters,
            Journal journal,
            Clock clock) {
        this.cases = cases;
        this.persons = persons;
        this.whereabouts = whereabouts;
        this.prisons = prisons;
        this.parameters = parameters;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = cases.find(in.caseId());
        if (found.isEmpty()) {
            return refused(WhereaboutsRefusal.CASE_UNKNOWN);
        }
        var person = found.get().personId();
        persons.lock(person);
        var notes = whereabouts.of(in.caseId());
        if (notes.size() != in.seen()) {
            return refused(WhereaboutsRefusal.NOTED_MEANWHILE);
        }
        var mistakes = mistakes(in, found.get(), notes);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        whereabouts.add(in, person, by, clock.instant());
        journal.record(
                by,
                Entry.act(NoteWhereabouts.class)
                        .on("return_case", in.caseId(), found.get().version())
                        .about(person)
                        .because(in.done())
                        .with(Map.of("noted", in)));
        return done(in.caseId());
    }

    private List<Refusal> mistakes(Input in, ReturnCase found, List<SearchNote> notes) {
        var standing = whereabouts.standing(found.id());
        if (standing.departedOn() != null) {
            return List.of(Refusal.of(WhereaboutsRefusal.HAS_LEFT, LatvianDates.numeric(standing.departedOn())));
        }
        var isMissing = !notes.isEmpty() && notes.getFirst().kind().isMissing();
        if (isMissing == (in.kind() == SearchState.UNKNOWN)) {
            return List.of(Refusal.of(isMissing ? WhereaboutsRefusal.IS_MISSING : WhereaboutsRefusal.NOT_MISSING));
        }
        if (in.kind().isMissing() && standing.heldSince() != null) {
            return List.of(Refusal.of(WhereaboutsRefusal.IS_HELD, LatvianDates.numeric(standing.heldSince())));
        }
        var today = LocalDate.now(clock);
        if (in.kind().isMissing()) {
            var prison = prisons.on(found.personId(), today);
            if (prison.isPresent()) {
                return List.of(
                        Refusal.of(WhereaboutsRefusal.IN_PRISON, prison.get().prison()));
            }
        }
        var mistakes = new ArrayList<Refusal>();
        if (in.onDay().isAfter(today)) {
            mistakes.add(Refusal.at("onDay", WhereaboutsRefusal.IN_FUTURE));
        }
        if (in.onDay().isBefore(found.openedOn())) {
            mistakes.add(Refusal.at("onDay", WhereaboutsRefusal.BEFORE_CASE, LatvianDates.numeric(found.openedOn())));
        }
        if (!notes.isEmpty() && in.onDay().isBefore(notes.getFirst().onDay())) {
            mistakes.add(Refusal.at(
                    "onDay",
                    WhereaboutsRefusal.BEFORE_LAST,
                    LatvianDates.numeric(notes.getFirst().onDay())));
        }
        if (in.reviewOn() != null) {
            review(in.reviewOn(), today, mistakes);
        }
        return mistakes;
    }

    /** It may be reviewed sooner than it must, and not later. */
    private void review(LocalDate reviewOn, LocalDate today, List<Refusal> mistakes) {
        if (!reviewOn.isAfter(today)) {
            mistakes.add(Refusal.at("reviewOn", WhereaboutsRefusal.REVIEW_TOO_SOON));
        }
        var rule = parameters.get(RULE, today);
        var last = today.plus(parameters.period(RULE, today));
        if (reviewOn.isAfter(last)) {
            mistakes.add(Refusal.at(
                    "reviewOn", WhereaboutsRefusal.REVIEW_TOO_LATE, LatvianDates.numeric(last), rule.cited()));
        }
    }

    static final String RULE = "whereabouts.review";
}
