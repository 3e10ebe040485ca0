package lv.vmis.register.sis;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alerts as N.SIS was told of them, and the facts that decide which ought to exist. */
@Component
class Alerts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Alerts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What decides which alert ought to exist on the person whose head this is. */
    AlertFacts facts(PersonId head) {
        return new AlertFacts(
                all(OBLIGATIONS, head, AlertFacts.Obligation.class),
                all(BANS, head, AlertFacts.SchengenBan.class),
                all(ENDS, head, AlertFacts.End.class),
                all(HELD, head, AlertFacts.Held.class),
                jdbc.sql(FREE_MOVER)
                        .param("head", head.value())
                        .param("day", LocalDate.now(clock))
                        .query(Boolean.class)
                        .single());
    }

    private <T> List<T> all(String sql, PersonId head, Class<T> row) {
        return jdbc.sql(sql).param("head", head.value()).query(Rows.of(row)).list();
    }

    /** All alerts ever told of on the person, the newest first. */
    List<Alert> of(PersonId head) {
        return jdbc.sql(OF_PERSON)
                .param("head", head.value())
                .param("day", LocalDate.now(clock))
                .query(Rows.of(Alert.class))
                .list();
    }

    Optional<Alert> find(UUID id) {
        return one(FIND, "id", id);
    }

    Optional<Alert> ofMessage(UUID message) {
        return one(OF_MESSAGE, "message", message);
    }

    Optional<Alert> ofSis(String number) {
        return one(OF_SIS, "number", number);
    }

    private Optional<Alert> one(String sql, String name, Object value) {
        return jdbc.sql(sql)
                .param(name, value)
                .param("day", LocalDate.now(clock))
                .query(Rows.of(Alert.class))
                .optional();
    }

    void add(UUID id, PersonId head, DueAlert due, Told told, Minimum minimum, UUID message) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("person", head.value())
                .param("category", due.category().name())
                .param("decision", due.decisionId())
                .param("ban", due.banId(), Types.OTHER)
                .param("family", minimum.familyName())
                .param("birth", minimum.birthDate())
                .param("reason", minimum.reason())
                .param("reference", minimum.reference())
                .param("action", minimum.action())
                .param("leave_by", minimum.leaveBy(), Types.DATE)
                .param("with_ban", minimum.withBan(), Types.BOOLEAN)
                .param("basis", minimum.basis(), Types.VARCHAR)
                .param("hash", told.hash())
                .param("state", told.state().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("message", message)
                .update();
    }

    /** What it is told to be now, and what it rests on. */
    void rest(UUID id, DueAlert due, Minimum minimum) {
        jdbc.sql(REST)
                .param("id", id)
                .param("decision", due.decisionId())
                .param("ban", due.banId(), Types.OTHER)
                .param("family", minimum.familyName())
                .param("birth", minimum.birthDate())
                .param("reason", minimum.reason())
                .param("reference", minimum.reference())
                .param("leave_by", minimum.leaveBy(), Types.DATE)
                .param("with_ban", minimum.withBan(), Types.BOOLEAN)
                .param("basis", minimum.basis(), Types.VARCHAR)
                .update();
    }

    /**
     * Keeps where it stands.
     *
     * @param message whose answer it waits for
     * @param why it ought not to exist; kept while it is being deleted and after
     */
    void stand(UUID id, Told told, @Nullable UUID message, @Nullable String refusal, @Nullable String why) {
        jdbc.sql(STAND)
                .param("id", id)
                .param("state", told.state().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("hash", told.hash())
                .param("refused", told.refused(), Types.VARCHAR)
                .param("refusal", refusal, Types.VARCHAR)
                .param("message", message, Types.OTHER)
                .param("why", why, Types.VARCHAR)
                .update();
    }

    void pending(UUID id) {
        jdbc.sql(PENDING).param("id", id).update();
    }

    void entered(UUID id, String number, LocalDate on, LocalDate reviewOn) {
        jdbc.sql(ENTERED)
                .param("id", id)
                .param("number", number)
                .param("on", on)
                .param("review", reviewOn)
                .update();
    }

    /** What was refused may be told again. */
    void sayAgain(UUID id) {
        jdbc.sql(SAY_AGAIN).param("id", id).update();
    }

    void reviewed(UUID id, LocalDate until) {
        jdbc.sql(REVIEWED).param("id", id).param("until", until).update();
    }

    /** The months of the ban it rests on, none when indefinite. */
    Optional<Integer> banMonths(UUID ban) {
        return jdbc.sql(BAN_MONTHS)
                .param("ban", ban)
                .query((row, _) -> Optional.ofNullable((Integer) row.getObject("term_months")))
                .single();
    }

    Optional<Particulars> particulars(PersonId head) {
        return jdbc.sql(PARTICULARS)
                .param("head", head.value())
                .query(Rows.of(Particulars.class))
                .optional();
    }

    static final String OBLIGATIONS = """
            select decision_id, kind, decided_on, signed_at, cancelled_on, in_force_on, departed_on, seen_leaving_on, is_replaced
              from alert_return
             where person_id = :head
             order by decided_on, signed_at
            """;

    static final String BANS = """
            select ban_id, decision_id, decided_on, term_months, cancelled_on, suspended_on, from_day, to_day, seen_leaving_on,
                   signed_at
              from alert_refusal
             where person_id = :head
             order by decided_on, ban_id
            """;

    static final String ENDS = """
            select ended_on, why, ended_at, category from alert_end where person_id = :head order by ended_on
            """;

    static final String HELD = """
            select (t.detained_at at time zone 'Europe/Riga')::date as from_day,
                   (t.released_at at time zone 'Europe/Riga')::date as until_day
              from detention t
              join person p on p.id = t.person_id
             where p.head_id = :head
             order by t.detained_at
            """;

    static final String FREE_MOVER = """
            select exists (select 1
                             from identity i
                             join nationality n on n.identity_id = i.id and n.type in ('CITIZEN', 'SUBJECT')
                             join country s on s.code = n.country
                            where i.person_id = :head and i.kind = 'PRIMARY'
                              and s.free_movement_from <= :day and coalesce(s.free_movement_to, 'infinity') >= :day)
            """;

    static final String ALERT = """
            select a.id, p.head_id as person_id, a.category, a.decision_id, a.ban_id, a.reference, a.state, a.state_at,
                   a.told_hash, a.message_id, a.is_pending, a.refusal, a.refused, a.sis_id, a.entered_on, a.review_on, a.ended_why,
                   not exists (select 1 from alert_consultation c
                                where c.alert_id = a.id and c.direction = 'OUT' and c.answer is null
                                  and c.due_on >= :day) as is_cleared,
                   exists (select 1 from outbox o where o.id = a.message_id and o.aside_at is not null) as is_aside,
                   a.version
              from alert a
              join person p on p.id = a.person_id
            """;

    static final String OF_PERSON = ALERT + """
             where p.head_id = :head
             order by a.state in ('DELETED', 'WITHDRAWN'), a.state_at desc, a.id desc
            """;

    static final String FIND = ALERT + """
             where a.id = :id
            """;

    static final String OF_MESSAGE = ALERT + """
             where a.message_id = :message
            """;

    static final String OF_SIS = ALERT + """
             where a.sis_id = :number
            """;

    static final String ADD = """
            insert into alert (id, person_id, category, decision_id, ban_id, family_name, birth_date, reason, reference, action,
                               leave_by, with_ban, basis, told_hash, state, state_at, message_id)
            values (:id, :person, :category, :decision, :ban, :family, :birth, :reason, :reference, :action,
                    :leave_by, :with_ban, :basis, :hash, :state, :now, :message)
            """;

    static final String REST = """
            update alert
               set decision_id = :decision, ban_id = :ban, family_name = :family, birth_date = :birth, reason = :reason,
                   reference = :reference, leave_by = :leave_by, with_ban = :with_ban, basis = :basis
             where id = :id
            """;

    static final String STAND = """
            update alert
               set state_at = case when state = :state then state_at else :now end,
                   state = :state, told_hash = :hash, refused = :refused, refusal = :refusal, message_id = :message,
                   is_pending = false, ended_why = :why, version = version + 1
             where id = :id
            """;

    static final String PENDING = """
            update alert set is_pending = true, version = version + 1 where id = :id
            """;

    static final String ENTERED = """
            update alert set sis_id = :number, entered_on = :on, review_on = :review where id = :id
            """;

    /** Nothing that can be told has an empty hash. */
    static final String SAY_AGAIN = """
            update alert set refused = '', version = version + 1 where id = :id
            """;

    static final String REVIEWED = """
            update alert set review_on = :until, version = version + 1 where id = :id
            """;

    static final String BAN_MONTHS = """
            select term_months from alert_refusal where ban_id = :ban
            """;

    static final String PARTICULARS = """
            select x.place, x.assessment, x.threat, x.offence, x.family_member, x.fingerprints, x.links,
                   coalesce(a.name, '–') as official, x.entered_at
              from alert_particulars x
              join person p on p.id = x.person_id
              left join account a on a.id = x.entered_by
             where p.head_id = :head
             order by x.entered_at desc, x.place desc
             limit 1
            """;
}
