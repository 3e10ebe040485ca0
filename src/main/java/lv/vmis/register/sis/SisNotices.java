package lv.vmis.register.sis;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hits and notices as stored. */
@Component
class SisNotices {

    private final JdbcClient jdbc;
    private final Clock clock;

    SisNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a message says of an alert. */
    record Told(
            SisNotice.Kind kind,
            @Nullable String country,
            LocalDate on,
            @Nullable LocalTime at,
            @Nullable String place,
            boolean hasLeft,
            @Nullable Boolean byRemoval,
            @Nullable String measure,
            Details details) {}

    /**
     * What the other State tells beside it, of a hit and of a question.
     *
     * @param reference of its SIRENE Bureau
     */
    record Details(
            @Nullable String reference,
            @Nullable String identity,
            @Nullable String document,
            @Nullable String note) {

        static final Details NONE = new Details(null, null, null, null);
    }

    void add(String message, Alert alert, Told told) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("message", message)
                .param("person", alert.personId().value())
                .param("alert", alert.id())
                .param("kind", told.kind().name())
                .param("country", told.country(), Types.VARCHAR)
                .param("on", told.on())
                .param("at", told.at(), Types.TIME)
                .param("place", told.place(), Types.VARCHAR)
                .param("left", told.hasLeft())
                .param("removed", told.byRemoval(), Types.BOOLEAN)
                .param("measure", told.measure(), Types.VARCHAR)
                .param("reference", told.details().reference(), Types.VARCHAR)
                .param("identity", told.details().identity(), Types.VARCHAR)
                .param("document", told.details().document(), Types.VARCHAR)
                .param("note", told.details().note(), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<SisNotice> of(PersonId head) {
        return jdbc.sql(OF_PERSON)
                .param("head", head.value())
                .query(Rows.of(SisNotice.class))
                .list();
    }

    Optional<SisNotice> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(SisNotice.class)).optional();
    }

    void answer(UUID id, SisNotice.Answer answer, @Nullable String note, Actor by) {
        jdbc.sql(ANSWER)
                .param("id", id)
                .param("answer", answer.name())
                .param("note", note, Types.VARCHAR)
                .param("by", by.account())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    static final String ADD = """
            insert into alert_notice (id, message, person_id, alert_id, kind, country, happened_on, happened_time, place, has_left,
                                      by_removal, measure, reference, identity, document, note, received_at)
            values (:id, :message, :person, :alert, :kind, :country, :on, :at, :place, :left, :removed, :measure, :reference,
                    :identity, :document, :note, :now)
            on conflict (message) do nothing
            """;

    /** With the decision whose departure can be confirmed by it. */
    static final String NOTICE = """
            select n.id, p.head_id as person_id, n.alert_id, n.kind, n.country, n.happened_on, n.happened_time, n.place, n.is_odd, n.has_left,
                   n.by_removal, n.measure, n.reference, n.identity, n.document, n.note, n.received_at, n.answer, n.answer_note,
                   (select r.decision_id
                      from alert_return r
                     where r.person_id = p.head_id and n.has_left and not n.is_odd and not r.is_replaced and r.departed_on is null
                       and r.cancelled_on is null and r.decided_on <= n.happened_on
                     order by r.decided_on desc, r.signed_at desc
                     limit 1) as decision_id
              from alert_notice n
              join person p on p.id = n.person_id
            """;

    static final String OF_PERSON = NOTICE + """
             where p.head_id = :head
             order by n.received_at desc, n.id desc
            """;

    static final String FIND = NOTICE + """
             where n.id = :id
            """;

    static final String ANSWER = """
            update alert_notice
               set answer = :answer, answer_note = :note, answered_by = :by, answered_at = :now
             where id = :id
            """;
}
