package lv.vmis.register.sis;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;

/** An official has looked at a hit or a notice: he takes note of it, or finds that it was somebody else. */
@Action
public class AnswerNotice {

    public record Input(
            UUID notice, SisNotice.Answer answer, @Nullable String note) {}

    private final SisNotices notices;
    private final Persons persons;
    private final Journal journal;

    AnswerNotice(SisNotices notices, Persons persons, Journal journal) {
        this.notices = notices;
        this.persons = persons;
        this.journal = journal;
    }

    public Outcome<PersonId> run(Input in, Actor by) {
        var found = notices.find(in.notice());
        if (found.isEmpty()) {
            return refused(AlertRefusal.UNKNOWN);
        }
        var head = persons.lockedHead(found.get().personId());
        var one = notices.find(in.notice()).orElseThrow();
        if (one.answer() != null) {
            return refused(AlertRefusal.ANSWERED_MEANWHILE);
        }
        if (in.answer() == SisNotice.Answer.NOT_HIM && !one.kind().isHit()) {
            return refused(AlertRefusal.ANSWER_NOT_FOR_THIS);
        }
        if (in.answer() == SisNotice.Answer.NOT_HIM && in.note() == null) {
            return refused(List.of(Refusal.at("note", AlertRefusal.REASONS_NEEDED)));
        }
        notices.answer(one.id(), in.answer(), in.note(), by);
        journal.record(
                by,
                Entry.act(AnswerNotice.class)
                        .on("alert_notice", one.id(), 0)
                        .about(head)
                        .because(in.note())
                        .with(Map.of("kind", one.kind(), "happenedOn", one.happenedOn(), "answer", in.answer())));
        return done(head);
    }
}
