package lv.vmis.register.notice;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.Term;
import lv.vmis.register.reference.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notices as stored, and until when each is to be entered. */
@Component
class Notices {

    private final JdbcClient jdbc;
    private final Terms terms;

    Notices(JdbcClient jdbc, Terms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    Optional<Notice> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Notice.class)).optional();
    }

    /** The notice, once nobody else can handle it before this transaction ends. */
    Optional<Notice> locked(UUID id) {
        jdbc.sql(LOCK).param("id", id).query(UUID.class).optional();
        return find(id);
    }

    /** Those that wait, the oldest first, or those already entered, the latest first; the list begins after the given one. */
    List<Notice> list(boolean waiting, @Nullable UUID after, int most) {
        var statement = waiting ? WAITING : HANDLED;
        return jdbc.sql(statement)
                .param("after", after, Types.OTHER)
                .param("most", most)
                .query(Rows.of(Notice.class))
                .list();
    }

    /** Until when it is to be entered: within a working day of its receipt. */
    Optional<Term> term(Notice notice) {
        return term(notice, terms);
    }

    static Optional<Term> term(Notice notice, Terms terms) {
        return terms.after(notice.kind().term(), day(notice.receivedAt()));
    }

    boolean isRegistered(String sender, String reference, NoticeKind kind) {
        return jdbc.sql(IS_REGISTERED)
                .param("sender", sender)
                .param("reference", reference)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    UUID add(RegisterNotice.Input in, Actor by, Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("kind", in.kind().name())
                .param("sender", in.sender())
                .param("reference", in.reference())
                .param("received", utc(in.receivedAt()))
                .param("summary", in.summary())
                .param("by", by.account())
                .param("now", utc(now))
                .update();
        return id;
    }

    void handle(
            UUID id,
            @Nullable PersonId person,
            @Nullable UUID decision,
            @Nullable UUID followUp,
            @Nullable String answer,
            Actor by,
            Instant now) {
        jdbc.sql(HANDLE)
                .param("id", id)
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("decision", decision, Types.OTHER)
                .param("follow_up", followUp, Types.OTHER)
                .param("answer", answer, Types.VARCHAR)
                .param("by", by.account())
                .param("now", utc(now))
                .update();
    }

    static LocalDate day(Instant at) {
        return Point.of(at).day();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static final String ROWS = """
            select n.id, n.kind, n.sender, n.reference, n.received_at, n.summary, n.registered_at,
                   coalesce(r.name, '–') as registered_by_name, n.person_id, n.decision_id, n.follow_up_id, n.answer,
                   h.name as handled_by_name, n.handled_at, n.version
              from notice n
              left join account r on r.id = n.registered_by
              left join account h on h.id = n.handled_by
            """;

    static final String FIND = ROWS + """
             where n.id = :id
            """;

    static final String WAITING = ROWS + """
             where n.handled_at is null
               and (cast(:after as uuid) is null
                    or (n.received_at, n.id) > (select a.received_at, a.id from notice a where a.id = :after))
             order by n.received_at, n.id
             limit :most
            """;

    static final String HANDLED = ROWS + """
             where n.handled_at is not null
               and (cast(:after as uuid) is null
                    or (n.received_at, n.id) < (select a.received_at, a.id from notice a where a.id = :after))
             order by n.received_at desc, n.id desc
             limit :most
            """;

    static final String LOCK = """
            select id from notice where id = :id for update
            """;

    static final String IS_REGISTERED = """
            select exists (select 1 from notice where sender = :sender and reference = :reference and kind = :kind)
            """;

    static final String ADD = """
            insert into notice (id, kind, sender, reference, received_at, summary, registered_by, registered_at)
            values (:id, :kind, :sender, :reference, :received, :summary, :by, :now)
            """;

    static final String HANDLE = """
            update notice
               set person_id = :person, decision_id = :decision, follow_up_id = :follow_up, answer = :answer, handled_by = :by,
                   handled_at = :now, version = version + 1
             where id = :id
            """;
}
