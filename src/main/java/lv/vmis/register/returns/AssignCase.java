package lv.vmis.register.returns;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/** Takes on the next step of an open case, hands it to a colleague of the institution, or gives it back to all. */
@Action
public class AssignCase {

    /**
     * What is wanted.
     *
     * @param seen who held the case when the form was opened
     * @param to who is to hold it; nothing: nobody
     */
    public record Input(
            UUID caseId, @Nullable UUID seen, @Nullable UUID to) {}

    private final ReturnCases cases;
    private final Colleagues colleagues;
    private final Persons persons;
    private final Journal journal;
    private final Clock clock;

    AssignCase(ReturnCases cases, Colleagues colleagues, Persons persons, Journal journal, Clock clock) {
        this.cases = cases;
        this.colleagues = colleagues;
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
        var step = colleagues.step(in.caseId());
        if (step == null) {
            return refused(ReturnsRefusal.NOTHING_TO_DO);
        }
        if (!step.owner().equals(by.institution())) {
            return refused(ReturnsRefusal.STEP_OF_OTHER, step.owner());
        }
        if (!Objects.equals(step.holder(), in.seen())) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        if (in.to() != null
                && colleagues.of(by.institution()).stream()
                        .noneMatch(one -> one.id().equals(in.to()))) {
            return refused(ReturnsRefusal.NO_SUCH_COLLEAGUE);
        }
        colleagues.assign(in.caseId(), in.to(), clock.instant());
        var moved = new HashMap<String, Object>();
        moved.put("case", found.get().number());
        moved.put("from", Objects.toString(in.seen(), ""));
        moved.put("to", Objects.toString(in.to(), ""));
        journal.record(
                by,
                Entry.act(AssignCase.class)
                        .on("return_case", in.caseId(), found.get().version())
                        .about(found.get().personId())
                        .with(moved));
        return done(in.caseId());
    }
}
