package lv.vmis.register.decision;

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
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions and their service, as stored. */
@Component
public class Decisions {

    private final JdbcClient jdbc;
    private final Persons persons;

    Decisions(JdbcClient jdbc, Persons persons) {
        this.jdbc = jdbc;
        this.persons = persons;
    }

    public Optional<Decision> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Decision.class)).optional();
    }

    /** The decisions of a case, newest first. */
    public List<Decision> ofCase(UUID caseId) {
        return jdbc.sql(OF_CASE)
                .param("case", caseId)
                .query(Rows.of(Decision.class))
                .list();
    }

    /** The decision as it is once nobody else can change it before this transaction ends. */
    public Optional<Decision> locked(UUID id) {
        return find(id).flatMap(found -> {
            persons.lock(found.personId());
            return find(id);
        });
    }

    Optional<UUID> openDraft(UUID caseId) {
        return jdbc.sql(OPEN_DRAFT)
                .param("case", caseId)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** The draft of a decision that only bans the person. */
    public Optional<UUID> banDraft(PersonId person) {
        return jdbc.sql(BAN_DRAFT)
                .param("person", person.value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** Whether the person has left under a decision of the case: then the case is at its end. */
    boolean hasLeft(UUID caseId) {
        return jdbc.sql(HAS_LEFT).param("case", caseId).query(Boolean.class).single();
    }

    /** When the person left under another case before anything stood in this one, which is to be concluded; empty while he is here. */
    Optional<LocalDate> leftUndecided(UUID caseId) {
        return jdbc.sql(LEFT_UNDECIDED)
                .param("case", caseId)
                .query(LocalDate.class)
                .optional();
    }

    /** What is suspended of the person, in whichever case, since the longest. */
    Optional<SuspendedDecision> suspended(PersonId person) {
        return jdbc.sql(SUSPENDED)
                .param("person", person.value())
                .query(Rows.of(SuspendedDecision.class))
                .optional();
    }

    /** When the person left, in the case of the decision or since it was signed under any other; nothing while he is to leave. */
    Optional<LocalDate> leftUnderAny(UUID decision) {
        return jdbc.sql(LEFT_UNDER_ANY)
                .param("id", decision)
                .query(LocalDate.class)
                .optional();
    }

    /** Whether the person is a citizen of a State whose citizens move freely in the Union on the day. */
    boolean movesFreely(PersonId person, LocalDate day) {
        return jdbc.sql(MOVES_FREELY)
                .param("person", person.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** The number of a later decision of the case that was served and stands: the person leaves under that one. */
    Optional<String> servedAfter(Decision decision) {
        return jdbc.sql(SERVED_AFTER)
                .param("case", decision.caseId())
                .param(
                        "signed",
                        decision.signedAt() == null ? null : utc(decision.signedAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .query(String.class)
                .optional();
    }

    public List<BanLine> bans(UUID decision) {
        return jdbc.sql(BANS)
                .param("decision", decision)
                .query(Rows.of(BanLine.class))
                .list();
    }

    List<FollowUpRow> followUps(UUID decision) {
        return jdbc.sql(FOLLOW_UPS)
                .param("decision", decision)
                .query(Rows.of(FollowUpRow.class))
                .list();
    }

    public Optional<ServiceNote> service(UUID decision) {
        return jdbc.sql(SERVICE)
                .param("decision", decision)
                .query(Rows.of(ServiceNote.class))
                .optional();
    }

    /** @param caseId none for a decision that only bans */
    public UUID add(@Nullable UUID caseId, PersonId person, Draft draft, Actor by, Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("case", caseId, Types.OTHER)
                .param("person", person.value())
                .param("kind", draft.kind().name())
                .param("institution", by.institution())
                .param("unit", by.unit())
                .param("legal_basis", draft.legalBasis())
                .param("destination", draft.destination())
                .param("term_days", draft.termDays())
                .param("reasons", draft.reasons())
                .param("family_life", draft.familyLife(), Types.VARCHAR)
                .param("union_family", draft.isUnionFamily())
                .param("conduct", draft.conduct(), Types.VARCHAR)
                .param("by", by.account())
                .param("at", utc(now))
                .update();
        return id;
    }

    /** Enters what a court has decided, as decided: nobody signs it, and its number is that of the court. */
    public UUID addOfCourt(
            UUID caseId,
            PersonId person,
            String legalBasis,
            @Nullable String destination,
            String ruling,
            String number,
            LocalDate decidedOn,
            Actor by,
            Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD_OF_COURT)
                .param("id", id)
                .param("case", caseId)
                .param("person", person.value())
                .param("institution", by.institution())
                .param("unit", by.unit())
                .param("legal_basis", legalBasis)
                .param("destination", destination, Types.VARCHAR)
                .param("ruling", ruling)
                .param("number", number)
                .param("day", decidedOn)
                .param("by", by.account())
                .param("at", utc(now))
                .update();
        return id;
    }

    /** Enters what a minister or a consular official has decided on bans (Reg. 122 p. 9, 10), as decided. */
    public UUID addNoticed(
            PersonId person,
            String decider,
            String legalBasis,
            String number,
            LocalDate decidedOn,
            String reasons,
            Actor by,
            Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD_NOTICED)
                .param("id", id)
                .param("person", person.value())
                .param("decider", decider)
                .param("institution", by.institution())
                .param("unit", by.unit())
                .param("legal_basis", legalBasis)
                .param("reasons", reasons)
                .param("number", number)
                .param("day", decidedOn)
                .param("by", by.account())
                .param("at", utc(now))
                .update();
        return id;
    }

    /** Whether the decision of a minister or a consular official is already entered. */
    public boolean isNoticed(PersonId person, String decider, String number) {
        return jdbc.sql(IS_NOTICED)
                .param("person", person.value())
                .param("decider", decider)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** The decision of a minister or a consular official with this number; none where several persons have one. */
    public Optional<UUID> noticed(String decider, String number) {
        var all = jdbc.sql(NOTICED)
                .param("decider", decider)
                .param("number", number)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    void change(UUID id, Draft draft) {
        jdbc.sql(CHANGE)
                .param("id", id)
                .param("kind", draft.kind().name())
                .param("legal_basis", draft.legalBasis())
                .param("destination", draft.destination())
                .param("term_days", draft.termDays())
                .param("reasons", draft.reasons())
                .param("family_life", draft.familyLife(), Types.VARCHAR)
                .param("union_family", draft.isUnionFamily())
                .param("conduct", draft.conduct(), Types.VARCHAR)
                .update();
    }

    void send(UUID id, Instant now) {
        jdbc.sql(SEND).param("id", id).param("at", utc(now)).update();
    }

    void giveBack(UUID id, String reason, Actor by, Instant now) {
        jdbc.sql(GIVE_BACK)
                .param("id", id)
                .param("reason", reason)
                .param("by", by.account())
                .param("at", utc(now))
                .update();
    }

    void withdraw(UUID id, String reason, Instant now) {
        jdbc.sql(WITHDRAW)
                .param("id", id)
                .param("reason", reason)
                .param("at", utc(now))
                .update();
    }

    /** The next number of the institution in the year. The row stays locked, so a number that is not used is not lost. */
    public int nextNumber(String institution, int year) {
        return jdbc.sql(NEXT_NUMBER)
                .param("institution", institution)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void sign(UUID id, String number, int inYear, LocalDate day, @Nullable LocalDate leaveBy, Actor by, Instant now) {
        jdbc.sql(SIGN)
                .param("id", id)
                .param("number", number)
                .param("year", day.getYear())
                .param("in_year", inYear)
                .param("day", day)
                .param("leave_by", leaveBy)
                .param("by", by.account())
                .param("at", utc(now))
                .update();
    }

    void serve(Decision decision, ServeDecision.Input in, @Nullable LocalDate leaveBy, Actor by, Instant now) {
        jdbc.sql(ADD_SERVICE)
                .param("decision", decision.id())
                .param("person", decision.personId().value())
                .param("served_on", in.servedOn())
                .param("manner", in.manner())
                .param("language", in.language())
                .param("note", in.note())
                .param("by", by.account())
                .param("at", utc(now))
                .update();
        jdbc.sql(LEAVE_BY).param("id", decision.id()).param("leave_by", leaveBy).update();
    }

    /** Gives an order another last day to leave. */
    public void extend(UUID id, LocalDate leaveBy) {
        jdbc.sql(LEAVE_BY).param("id", id).param("leave_by", leaveBy).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static final String FIND = """
            select d.id, d.case_id as return_case_id, d.person_id, d.kind, d.institution, d.decider, d.unit, d.legal_basis,
                   d.destination, d.amended_destination, d.term_days, d.reasons, d.family_life, d.union_family, d.conduct, d.prepared_by, d.prepared_at, d.sent_at, d.returned_by, d.returned_at, d.return_reason,
                   d.withdrawn_at, d.withdraw_reason, d.signed_by, d.signed_at, d.decided_on, d.number, d.leave_by,
                   d.served_on, d.departed_on, d.suspended_on, d.cancelled_on, d.old_register, d.open as stands, d.version
              from decision d
             where d.id = :id
            """;

    static final String OF_CASE = """
            select d.id, d.case_id as return_case_id, d.person_id, d.kind, d.institution, d.decider, d.unit, d.legal_basis,
                   d.destination, d.amended_destination, d.term_days, d.reasons, d.family_life, d.union_family, d.conduct, d.prepared_by, d.prepared_at, d.sent_at, d.returned_by, d.returned_at, d.return_reason,
                   d.withdrawn_at, d.withdraw_reason, d.signed_by, d.signed_at, d.decided_on, d.number, d.leave_by,
                   d.served_on, d.departed_on, d.suspended_on, d.cancelled_on, d.old_register, d.open as stands, d.version
              from decision d
             where d.case_id = :case
             order by d.prepared_at desc, d.id desc
            """;

    static final String OPEN_DRAFT = """
            select id
              from decision
             where case_id = :case and signed_at is null and withdrawn_at is null
            """;

    static final String HAS_LEFT = """
            select exists (select 1 from departure where case_id = :case)
            """;

    static final String SUSPENDED = """
            select d.number, d.suspended_on
              from decision d
             where d.person_id in (select * from records_of(:person)) and d.kind <> 'ENTRY_BAN' and d.suspended_on is not null
               and d.cancelled_on is null and d.departed_on is null
             order by d.suspended_on, d.number
             limit 1
            """;

    static final String LEFT_UNDECIDED = """
            select t.left_on
              from left_undecided(:case) t(left_on)
             where t.left_on is not null
            """;

    static final String LEFT_UNDER_ANY = """
            select t.left_on
              from decision d
             cross join lateral left_under_any(d) t(left_on)
             where d.id = :id and t.left_on is not null
            """;

    static final String MOVES_FREELY = """
            select exists (select 1
                             from identity i
                             join nationality n on n.identity_id = i.id and n.type in ('CITIZEN', 'SUBJECT')
                             join country s on s.code = n.country
                            where i.person_id in (select * from records_of(:person)) and i.kind = 'PRIMARY'
                              and s.free_movement_from <= :day and coalesce(s.free_movement_to, 'infinity') >= :day)
            """;

    static final String SERVED_AFTER = """
            select number
              from decision
             where case_id = :case and signed_at > :signed and served_on is not null and cancelled_on is null
             order by signed_at desc
             limit 1
            """;

    static final String BANS = """
            select b.territory, b.legal_basis, b.term_months as months, b.reasons, b.starts, b.starts_on, c.from_day, c.to_day,
                   b.reduced_months, b.suspended_on, b.cancelled_on,
                   b.term_ends_on as ends_on
              from ban b
              left join ban_clock c on c.id = b.id
             where b.decision_id = :decision and b.dropped_at is null
             order by b.territory
            """;

    static final String FOLLOW_UPS = """
            select f.id, f.kind, b.territory, f.number, f.decided_on, f.effect_on,
                   case when f.signed_at is not null then 'SIGNED' when f.declined_at is not null then 'DECLINED'
                        else 'WAITING' end as state
              from follow_up f
              left join ban b on b.id = f.ban_id
             where f.decision_id = :decision
             order by f.prepared_at
            """;

    static final String SERVICE = """
            select served_on, manner, language, note, served_by, noted_at
              from service
             where decision_id = :decision
            """;

    static final String ADD = """
            insert into decision (id, case_id, person_id, kind, institution, unit, legal_basis, destination, term_days,
                                  reasons, family_life, union_family, conduct, prepared_by, prepared_at)
            values (:id, :case, :person, :kind, :institution, :unit, :legal_basis, :destination, :term_days, :reasons,
                    :family_life, :union_family, :conduct, :by, :at)
            """;

    static final String ADD_OF_COURT = """
            insert into decision (id, case_id, person_id, kind, institution, unit, legal_basis, destination, reasons, prepared_by,
                                  prepared_at, signed_at, decided_on, number)
            values (:id, :case, :person, 'COURT_EXPULSION', :institution, :unit, :legal_basis, :destination, :ruling, :by, :at,
                    :at, :day, :number)
            """;

    static final String ADD_NOTICED = """
            insert into decision (id, person_id, kind, institution, decider, unit, legal_basis, reasons, prepared_by, prepared_at,
                                  signed_at, decided_on, served_on, number)
            values (:id, :person, 'ENTRY_BAN', :institution, :decider, :unit, :legal_basis, :reasons, :by, :at, :at, :day, :day,
                    :number)
            """;

    static final String IS_NOTICED = """
            select exists (select 1 from decision
                            where person_id in (select * from records_of(:person)) and decider = :decider and number = :number)
            """;

    static final String NOTICED = """
            select id from decision where decider = :decider and number = :number
            """;

    static final String BAN_DRAFT = """
            select id
              from decision
             where person_id = :person and kind = 'ENTRY_BAN' and signed_at is null and withdrawn_at is null
            """;

    static final String CHANGE = """
            update decision
               set kind = :kind, legal_basis = :legal_basis, destination = :destination, term_days = :term_days,
                   reasons = :reasons, family_life = :family_life, union_family = :union_family, conduct = :conduct,
                   version = version + 1
             where id = :id
            """;

    static final String SEND = """
            update decision
               set sent_at = :at, version = version + 1
             where id = :id
            """;

    static final String GIVE_BACK = """
            update decision
               set sent_at = null, returned_by = :by, returned_at = :at, return_reason = :reason, version = version + 1
             where id = :id
            """;

    static final String WITHDRAW = """
            update decision
               set withdrawn_at = :at, withdraw_reason = :reason, version = version + 1
             where id = :id
            """;

    static final String NEXT_NUMBER = """
            insert into decision_counter (institution, year, last)
            values (:institution, :year, 1)
            on conflict (institution, year) do update
               set last = decision_counter.last + 1
            returning last
            """;

    static final String SIGN = """
            update decision
               set number = :number, number_year = :year, number_in_year = :in_year, decided_on = :day,
                   leave_by = :leave_by, signed_by = :by, signed_at = :at, version = version + 1
             where id = :id
            """;

    static final String ADD_SERVICE = """
            insert into service (decision_id, person_id, served_on, manner, language, note, served_by, noted_at)
            values (:decision, :person, :served_on, :manner, :language, :note, :by, :at)
            """;

    static final String LEAVE_BY = """
            update decision
               set leave_by = :leave_by, version = version + 1
             where id = :id
            """;
}
