package lv.vmis.register.sis;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consultations and their terms, as stored. */
@Component
class Consultations {

    private final JdbcClient jdbc;
    private final LegalParameters parameters;
    private final Clock clock;

    Consultations(JdbcClient jdbc, LegalParameters parameters, Clock clock) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** The term begins today. A message that asked before is known already. */
    void ask(
            String message,
            Alert alert,
            Consultation.Direction direction,
            Consultation.Kind kind,
            String state,
            String subject,
            SisNotices.Details details) {
        var today = LocalDate.now(clock);
        jdbc.sql(ASK)
                .param("id", Ids.next())
                .param("message", message)
                .param("person", alert.personId().value())
                .param("alert", alert.id())
                .param("direction", direction.name())
                .param("kind", kind.name())
                .param("state", state)
                .param("subject", subject)
                .param("reference", details.reference(), Types.VARCHAR)
                .param("identity", details.identity(), Types.VARCHAR)
                .param("document", details.document(), Types.VARCHAR)
                .param("note", details.note(), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("due", today.plusDays(parameters.days(kind.term(), today)))
                .update();
    }

    List<Consultation> of(PersonId head) {
        return jdbc.sql(OF_PERSON)
                .param("head", head.value())
                .query(Rows.of(Consultation.class))
                .list();
    }

    Optional<Consultation> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Consultation.class)).optional();
    }

    Optional<Consultation> ofMessage(String message) {
        return jdbc.sql(OF_MESSAGE)
                .param("message", message)
                .query(Rows.of(Consultation.class))
                .optional();
    }

    /** The other State needs more time. */
    void extend(Consultation one) {
        var asked = LocalDate.ofInstant(one.askedAt(), RegisterClock.RIGA);
        jdbc.sql(EXTEND)
                .param("id", one.id())
                .param("due", one.dueOn().plusDays(parameters.days("sis.consultation.extension", asked)))
                .update();
    }

    /** @param endedOn from when no alert rests on decisions taken until then */
    void answer(
            Consultation one, String answer, @Nullable String note, @Nullable Actor by, @Nullable LocalDate endedOn) {
        jdbc.sql(ANSWER)
                .param("id", one.id())
                .param("answer", answer)
                .param("note", note, Types.VARCHAR)
                .param("by", by == null ? null : by.account(), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ended", endedOn, Types.DATE)
                .update();
    }

    /** It was answered before, and now ends what rests on decisions taken until then. */
    void end(Consultation one, LocalDate endedOn) {
        jdbc.sql(END).param("id", one.id()).param("ended", endedOn).update();
    }

    static final String ASK = """
            insert into alert_consultation (id, message, person_id, alert_id, direction, kind, country, subject, reference, identity,
                                            document, note, asked_at, due_on)
            values (:id, :message, :person, :alert, :direction, :kind, :state, :subject, :reference, :identity, :document, :note,
                    :now, :due)
            on conflict (message) do nothing
            """;

    static final String CONSULTATION = """
            select c.id, c.message, p.head_id as person_id, c.alert_id, c.direction, c.kind, c.country, c.subject, c.reference,
                   c.identity, c.document, c.note, c.asked_at, c.due_on, c.extended, c.answer, c.answer_note, c.answered_at, c.ended_on
              from alert_consultation c
              join person p on p.id = c.person_id
            """;

    static final String OF_PERSON = CONSULTATION + """
             where p.head_id = :head
             order by c.asked_at desc, c.id desc
            """;

    static final String FIND = CONSULTATION + """
             where c.id = :id
            """;

    static final String OF_MESSAGE = CONSULTATION + """
             where c.message = :message
            """;

    static final String EXTEND = """
            update alert_consultation set extended = true, due_on = :due where id = :id and not extended
            """;

    static final String ANSWER = """
            update alert_consultation
               set answer = :answer, answer_note = :note, answered_by = :by, answered_at = :now, ended_on = :ended
             where id = :id
            """;

    static final String END = """
            update alert_consultation set ended_on = :ended where id = :id
            """;
}
