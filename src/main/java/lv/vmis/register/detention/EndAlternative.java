package lv.vmis.register.detention;

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
import org.jspecify.annotations.Nullable;

/** Ends a measure that was applied instead of detention (Reg. 122 5.6.3). */
@Action
public class EndAlternative {

    /** @param version the version the official saw */
    public record Input(
            UUID measure,
            int version,
            LocalDate endedOn,
            String reason,
            @Nullable String note) {}

    private final AlternativeMeasures measures;
    private final Persons persons;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    EndAlternative(AlternativeMeasures measures, Persons persons, Codes codes, Journal journal, Clock clock) {
        this.measures = measures;
        this.persons = persons;
        this.codes = codes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = measures.find(in.measure());
        if (found.isEmpty()) {
            return refused(DetentionRefusal.MEASURE_UNKNOWN);
        }
        persons.lock(found.get().personId());
        var seen = measures.find(in.measure()).orElseThrow();
        if (seen.endedOn() != null) {
            return refused(DetentionRefusal.ALREADY_ENDED, LatvianDates.numeric(seen.endedOn()));
        }
        var mistakes = mistakes(in, seen);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        if (!measures.end(in, by, clock.instant())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        journal.record(
                by,
                Entry.act(EndAlternative.class)
                        .on("alternative_measure", seen.id(), in.version() + 1)
                        .about(seen.personId())
                        .because(in.note())
                        .with(Map.of("measure", measures.find(seen.id()).orElseThrow())));
        return done(seen.id());
    }

    private List<Refusal> mistakes(Input in, AlternativeMeasure seen) {
        var mistakes = new ArrayList<Refusal>();
        if (in.endedOn().isBefore(seen.appliedOn())) {
            mistakes.add(
                    Refusal.at("endedOn", DetentionRefusal.END_BEFORE_START, LatvianDates.numeric(seen.appliedOn())));
        }
        if (in.endedOn().isAfter(LocalDate.now(clock))) {
            mistakes.add(Refusal.at("endedOn", DetentionRefusal.IN_FUTURE));
        }
        if (!codes.isInForce("alternative_end_reason", in.reason(), in.endedOn())) {
            mistakes.add(Refusal.at("reason", EdgeRefusal.NOT_IN_LIST));
        }
        return mistakes;
    }
}
