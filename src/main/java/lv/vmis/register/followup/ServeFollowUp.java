package lv.vmis.register.followup;

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

/** Notes that a follow-up decision was served on the person; the time to contest it is counted from that day. */
@Action
public class ServeFollowUp {

    /** The manner by which a person would not sign; it needs a note (Reg. 454 p. 5). */
    private static final String REFUSED_TO_SIGN = "REFUSED_TO_SIGN";

    public record Input(
            UUID followUp,
            LocalDate servedOn,
            String manner,
            String language,
            @Nullable String note) {}

    private final FollowUps followUps;
    private final ServedFollowUps served;
    private final Persons persons;
    private final Codes codes;
    private final Journal journal;
    private final Clock clock;

    ServeFollowUp(
            FollowUps followUps, ServedFollowUps served, Persons persons, Codes codes, Journal journal, Clock clock) {
        this.followUps = followUps;
        this.served = served;
        this.persons = persons;
        this.codes = codes;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = followUps.find(in.followUp());
        if (found.isEmpty()) {
            return refused(FollowUpRefusal.FOLLOW_UP_UNKNOWN);
        }
        persons.lock(found.get().personId());
        var followUp = followUps.find(in.followUp()).orElseThrow();
        var decidedOn = followUp.decidedOn();
        if (decidedOn == null) {
            return refused(FollowUpRefusal.NOT_YET_SIGNED);
        }
        var before = served.of(followUp.id());
        if (before.isPresent()) {
            return refused(
                    FollowUpRefusal.ALREADY_SERVED,
                    LatvianDates.numeric(before.get().servedOn()));
        }
        var mistakes = mistakes(in, decidedOn);
        if (!mistakes.isEmpty()) {
            return refused(mistakes);
        }
        served.add(followUp, in, by, clock.instant());
        journal.record(
                by,
                Entry.act(ServeFollowUp.class)
                        .on("follow_up", followUp.id(), followUp.version())
                        .about(followUp.personId())
                        .under(followUp.legalBasis())
                        .because(in.note())
                        .with(Map.of("followUp", followUp, "service", in)));
        return done(followUp.id());
    }

    private List<Refusal> mistakes(Input in, LocalDate decidedOn) {
        var today = LocalDate.now(clock);
        var mistakes = new ArrayList<Refusal>();
        if (in.servedOn().isBefore(decidedOn)) {
            mistakes.add(
                    Refusal.at("servedOn", FollowUpRefusal.SERVED_BEFORE_DECISION, LatvianDates.numeric(decidedOn)));
        }
        if (in.servedOn().isAfter(today)) {
            mistakes.add(Refusal.at("servedOn", EdgeRefusal.DATE_IN_FUTURE));
        }
        if (!codes.isInForce("service_manner", in.manner(), today)) {
            mistakes.add(Refusal.at("manner", EdgeRefusal.NOT_IN_LIST));
        }
        if (!codes.isInForce("language", in.language(), today)) {
            mistakes.add(Refusal.at("language", EdgeRefusal.NOT_IN_LIST));
        }
        if (in.manner().equals(REFUSED_TO_SIGN) && in.note() == null) {
            mistakes.add(Refusal.at("note", FollowUpRefusal.REFUSAL_NEEDS_NOTE));
        }
        return mistakes;
    }
}
