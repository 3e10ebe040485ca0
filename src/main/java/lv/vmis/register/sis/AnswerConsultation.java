package lv.vmis.register.sis;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Outbox;
import lv.vmis.register.exchange.Outgoing;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/** Answers another State, or the SIRENE Bureau (2018/1860 Art. 9; 2018/1861 Art. 27, 39(7)). */
@Action
public class AnswerConsultation {

    public record Input(
            UUID consultation,
            Consultation.Answer answer,
            @Nullable String note) {}

    private final Consultations consultations;
    private final Persons persons;
    private final Outbox outbox;
    private final Journal journal;
    private final Clock clock;

    AnswerConsultation(Consultations consultations, Persons persons, Outbox outbox, Journal journal, Clock clock) {
        this.consultations = consultations;
        this.persons = persons;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<PersonId> run(Input in, Actor by) {
        var found = consultations.find(in.consultation());
        if (found.isEmpty()) {
            return refused(AlertRefusal.UNKNOWN);
        }
        var head = persons.lockedHead(found.get().personId());
        var one = consultations.find(in.consultation()).orElseThrow();
        if (one.answer() != null || one.endedOn() != null) {
            return refused(AlertRefusal.ANSWERED_MEANWHILE);
        }
        if (!in.answer().isFor(one.kind())) {
            return refused(AlertRefusal.ANSWER_NOT_FOR_THIS);
        }
        if (in.answer().needsReasons() && in.note() == null) {
            return refused(List.of(Refusal.at("note", AlertRefusal.REASONS_NEEDED)));
        }
        var endedOn = in.answer() == Consultation.Answer.DELETE ? LocalDate.now(clock) : null;
        consultations.answer(one, in.answer().name(), in.note(), by, endedOn);
        var body = Markup.message("reply")
                .with("consultation", one.message())
                .with("answer", in.answer())
                .holding("note", in.note());
        outbox.put(new Outgoing(Ids.next(), Correspondent.NSIS, head, "reply", body.toString()));
        journal.record(
                by,
                Entry.act(AnswerConsultation.class)
                        .on("alert_consultation", one.id(), 0)
                        .about(head)
                        .because(in.note())
                        .with(Map.of("kind", one.kind(), "state", one.country(), "answer", in.answer())));
        return done(head);
    }
}
