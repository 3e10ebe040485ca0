package lv.vmis.register.person;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register holds on a person, read for his pages. */
@Component
public class PersonFile {

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonFile(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<IdentityRow> identities(PersonId person) {
        return jdbc.sql(IDENTITIES)
                .param("person", person.value())
                .query(Rows.of(IdentityRow.class))
                .list();
    }

    public List<DocumentRow> documents(PersonId person) {
        return jdbc.sql(DOCUMENTS)
                .param("person", person.value())
                .query(Rows.of(DocumentRow.class))
                .list();
    }

    List<CaseRow> cases(PersonId person) {
        return jdbc.sql(CASES)
                .param("person", person.value())
                .query(Rows.of(CaseRow.class))
                .list();
    }

    public List<DecisionRow> decisions(PersonId person) {
        return jdbc.sql(DECISIONS)
                .param("person", person.value())
                .query(Rows.of(DecisionRow.class))
                .list();
    }

    List<DetentionRow> detentions(PersonId person) {
        return jdbc.sql(DETENTIONS)
                .param("person", person.value())
                .query(Rows.of(DetentionRow.class))
                .list();
    }

    /** What changed the decisions of the person later: follow-up decisions and remedies, in their order. */
    List<ChangeRow> changes(PersonId person) {
        return jdbc.sql(CHANGES)
                .param("person", person.value())
                .query(Rows.of(ChangeRow.class))
                .list();
    }

    /** The certificates and extracts that were issued on the person, newest first. */
    List<CertificateRow> certificates(PersonId person) {
        return jdbc.sql(CERTIFICATES)
                .param("person", person.value())
                .query(Rows.of(CertificateRow.class))
                .list();
    }

    /** The rows of the old registers the records of the person came from. */
    List<OldRow> oldRows(PersonId person) {
        return jdbc.sql(OLD_ROWS)
                .param("person", person.value())
                .query(Rows.of(OldRow.class))
                .list();
    }

    /** A row of an old register: its register and number there. */
    public record OldRow(UUID fileId, long rowNo, String register, String key, OffsetDateTime at, boolean isOpen) {}

    public List<BanRow> bans(PersonId person) {
        return jdbc.sql(BANS)
                .param("person", person.value())
                .param("day", LocalDate.now(clock))
                .query(Rows.of(BanRow.class))
                .list();
    }

    /** The acts on the person, newest first. */
    List<EventRow> events(PersonId person, int most) {
        return jdbc.sql(EVENTS)
                .param("person", person.value())
                .param("most", most)
                .query(Rows.of(EventRow.class))
                .list();
    }

    /** Who has looked at the person, newest first. */
    List<LookRow> looks(PersonId person, int most) {
        return jdbc.sql(LOOKS)
                .param("person", person.value())
                .param("most", most)
                .query(Rows.of(LookRow.class))
                .list();
    }

    /** The number of the record that each fact of a joined person stands with; nothing when there is one record only. */
    Map<UUID, String> records(PersonId person) {
        var records = new HashMap<UUID, String>();
        jdbc.sql(RECORDS).param("person", person.value()).query(row -> {
            records.put(row.getObject("fact", UUID.class), "P-%07d".formatted(row.getLong("number")));
        });
        return records;
    }

    public record IdentityRow(
            UUID id,
            String kind,
            String familyName,
            @Nullable String givenNames,
            @Nullable String patronymic,
            @Nullable String originalName,
            String sex,
            PartialDate birthDate,
            @Nullable String birthCountryLv,
            @Nullable String birthCountryEn,
            @Nullable String birthPlace,
            String nationalitiesLv,
            String nationalitiesEn,
            @Nullable String personalCode,
            String source,
            Instant notedAt,
            String notedBy) {}

    public record DocumentRow(
            UUID id,
            String type,
            String number,
            String issuerLv,
            String issuerEn,
            @Nullable String authority,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            String source,
            Instant notedAt,
            String notedBy) {}

    public record CaseRow(
            UUID id,
            String number,
            LocalDate openedOn,
            String institution,
            String competent,
            LocalDate foundOn,
            String place) {}

    public record DetentionRow(
            UUID id,
            UUID caseId,
            Instant detainedAt,
            @Nullable Instant releasedAt,
            @Nullable String releaseReason) {}

    public record DecisionRow(
            UUID id,
            @Nullable UUID caseId,
            String kind,
            String institution,
            @Nullable String decider,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate leaveBy,
            @Nullable Instant sentAt,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate departedOn) {}

    /**
     * A follow-up decision, or a remedy and what came of it.
     *
     * @param list the code list of its kind
     * @param outcome what came of a remedy
     * @param state of a follow-up decision: {@code SIGNED}, {@code WAITING} or {@code DECLINED}
     */
    public record ChangeRow(
            @Nullable UUID caseId,
            String href,
            String list,
            String kind,
            @Nullable String number,
            @Nullable LocalDate changedOn,
            @Nullable String decisionNumber,
            @Nullable String outcome,
            @Nullable String state) {}

    /**
     * @param kind CERTIFICATE, or EXTRACT of all that may be told
     * @param recipientName the recipient; nothing: the person himself
     */
    public record CertificateRow(
            UUID id,
            String number,
            LocalDate issuedOn,
            String kind,
            String recipient,
            @Nullable String recipientName,
            @Nullable String purpose) {}

    /**
     * @param imposedMonths as imposed, before a follow-up decision reduced them
     * @param suspendedOn since when it is suspended; nothing when it is not, and when it would have ended by now
     * @param cancelledOn since when it is cancelled; nothing when it is not, and when it had ended before
     * @param state {@code IN_FORCE}, {@code PENDING}, {@code SUSPENDED}, {@code EXPIRED} or {@code CANCELLED}
     */
    public record BanRow(
            UUID id,
            UUID decisionId,
            String territory,
            @Nullable String decisionNumber,
            String institution,
            @Nullable LocalDate decidedOn,
            String legalBasis,
            @Nullable Integer imposedMonths,
            @Nullable Integer termMonths,
            @Nullable LocalDate fromDay,
            @Nullable LocalDate toDay,
            @Nullable LocalDate suspendedOn,
            @Nullable LocalDate cancelledOn,
            @Nullable LocalDate reviewOn,
            @Nullable String supersededBy,
            String state) {

        public boolean inForce() {
            return state.equals("IN_FORCE");
        }

        /** The state as it is shown: {@code SUPERSEDED} when a later ban outlasts one that is in force. */
        public String shown() {
            return inForce() && supersededBy != null ? "SUPERSEDED" : state;
        }
    }

    /**
     * @param step kind of the step of a removal that was noted or withdrawn
     * @param number of the case or decision that it happened to
     */
    public record EventRow(
            UUID id,
            Instant at,
            String operation,
            @Nullable String step,
            @Nullable String number,
            @Nullable String actorName,
            @Nullable String institution,
            @Nullable String reason) {}

    public record LookRow(
            UUID id,
            Instant at,
            String operation,
            @Nullable String actorName,
            @Nullable String role,
            @Nullable String institution,
            @Nullable String unit,
            @Nullable String purpose,
            @Nullable String caseRef,
            @Nullable String reason) {}

    static final String RECORDS = """
            select fact.id as fact, m.number
              from person p
              join person m on m.head_id = p.head_id
              join lateral (select id from fact where person_id = m.id
                            union all select id from return_case where person_id = m.id
                            union all select id from decision where person_id = m.id
                            union all select id from ban where person_id = m.id) fact on true
             where p.id = :person
               and exists (select 1 from person o where o.head_id = p.head_id and o.id <> p.head_id)
            """;

    static final String IDENTITIES = """
            select i.id, i.kind, i.family_name, i.given_names, i.patronymic, i.original_name, i.sex, i.birth_date,
                   b.name_lv as birth_country_lv, b.name_en as birth_country_en, i.birth_place,
                   coalesce((select string_agg(c.name_lv, ', ' order by c.name_lv collate "lv-x-icu")
                               from nationality n join country c on c.code = n.country
                              where n.identity_id = i.id), '') as nationalities_lv,
                   coalesce((select string_agg(c.name_en, ', ' order by c.name_en)
                               from nationality n join country c on c.code = n.country
                              where n.identity_id = i.id), '') as nationalities_en,
                   i.personal_code, i.source, i.noted_at, coalesce(a.name, '–') as noted_by
              from identity i
              left join country b on b.code = i.birth_country
              left join account a on a.id = i.noted_by
             where i.person_id in (select * from records_of(:person))
             order by i.person_id <> (select head_id from person where id = :person), i.kind <> 'PRIMARY', i.noted_at
            """;

    static final String DOCUMENTS = """
            select d.id, d.type, d.number, c.name_lv as issuer_lv, c.name_en as issuer_en, d.authority, d.issued_on,
                   d.expires_on, d.source, d.noted_at, coalesce(a.name, '–') as noted_by
              from document d
              join country c on c.code = d.issuer
              left join account a on a.id = d.noted_by
             where d.person_id in (select * from records_of(:person))
             order by d.expires_on desc nulls last, d.noted_at desc
            """;

    static final String CASES = """
            select c.id, c.number, c.opened_on, c.institution, c.competent, f.found_on, f.place
              from return_case c
              join lateral (select found_on, place from finding where case_id = c.id order by found_on, noted_at limit 1) f
                on true
             where c.person_id in (select * from records_of(:person))
             order by c.opened_on desc, c.number desc
            """;

    static final String DECISIONS = """
            select d.id, d.case_id, d.kind, d.institution, d.decider, d.number, d.decided_on, d.leave_by, d.sent_at, d.served_on,
                   d.departed_on
              from decision d
             where d.person_id in (select * from records_of(:person))
             order by d.prepared_at desc
            """;

    static final String CHANGES = """
            select f.case_id, '/follow-ups/' || f.id as href, 'follow_up_kind' as list, f.kind, f.number,
                   coalesce(f.decided_on, (f.prepared_at at time zone 'Europe/Riga')::date) as changed_on,
                   d.number as decision_number, null as outcome,
                   case when f.signed_at is not null then 'SIGNED' when f.declined_at is not null then 'DECLINED'
                        else 'WAITING' end as state
              from follow_up f
              join decision d on d.id = f.decision_id
             where f.person_id in (select * from records_of(:person))
            union all
            select d.case_id, '/decisions/' || r.decision_id || '/remedies', 'remedy_kind', r.kind, r.number, r.filed_on,
                   d.number, r.result, null
              from remedy r
              join decision d on d.id = r.decision_id
             where r.person_id in (select * from records_of(:person))
             order by changed_on, href
            """;

    static final String DETENTIONS = """
            select d.id, d.case_id, d.detained_at, d.released_at, d.release_reason
              from detention d
             where d.person_id in (select * from records_of(:person))
             order by d.detained_at
            """;

    /** All of signed decisions, the strongest first; one that a later ban outlasts says so. States as in the list of bans. */
    static final String BANS = """
            select c.*
              from (select b.id, b.decision_id, b.territory, d.number as decision_number,
                           coalesce(d.decider, d.institution) as institution, d.decided_on, b.legal_basis,
                           b.term_months as imposed_months, e.months as term_months, t.from_day,
                           case when t.from_day is not null then b.last_on end as to_day,
                           case when s.state = 'SUSPENDED' then b.suspended_on end as suspended_on,
                           case when s.state = 'CANCELLED' then b.cancelled_on end as cancelled_on,
                           case when s.state in ('IN_FORCE', 'PENDING', 'SUSPENDED') and coalesce(b.last_on >= :day, true)
                                then ban_review_due(b.id, :day)
                           end as review_on,
                           case when s.state = 'IN_FORCE'
                                then z.decision_number
                           end as superseded_by,
                           s.state
                      from ban b
                      join decision d on d.id = b.decision_id and d.signed_at is not null
                      left join bans_superseded((select head_id from person where id = :person), :day) z on z.ban_id = b.id
                     cross join lateral (select coalesce(b.reduced_months, b.term_months) as months) e
                     cross join lateral (select case when coalesce(least(b.suspended_on, b.cancelled_on) > b.first_on, true) then b.first_on
                                                end as from_day) t
                     cross join lateral (select case when b.cancelled_on <= :day and coalesce(b.cancelled_on <= b.term_ends_on, true)
                                                     then 'CANCELLED'
                                                     when b.term_ends_on < :day then 'EXPIRED'
                                                     when b.suspended_on <= :day then 'SUSPENDED'
                                                     when coalesce(b.first_on > :day, true) then 'PENDING'
                                                     else 'IN_FORCE'
                                                end as state) s
                     where b.person_id in (select * from records_of(:person)) and b.dropped_at is null) c
             order by array_position(array['IN_FORCE', 'PENDING', 'SUSPENDED', 'EXPIRED', 'CANCELLED'], c.state),
                      c.superseded_by is not null, case when c.state = 'IN_FORCE' then c.to_day end desc nulls first,
                      c.decided_on desc, c.territory, c.id
            """;

    static final String OLD_ROWS = """
            select o.file_id, o.row_no, split_part(o.old_table, '_', 1) as register, o.key, o.at, o.is_open
              from old_outcome o
             where o.person_id in (select * from records_of(:person))
             order by o.at, o.key
            """;

    static final String CERTIFICATES = """
            select id, number, issued_on, kind, recipient, recipient_name, purpose
              from certificate
             where person_id in (select * from records_of(:person))
             order by issued_at desc, id
            """;

    static final String EVENTS = """
            select e.id, e.at, e.operation, e.payload #>> '{step,kind}' as step, coalesce(d.number, c.number) as number,
                   e.actor_name, e.institution, e.reason
              from entry e
              left join decision d on e.object_type = 'decision' and d.id = e.object_id
              left join return_case c on e.object_type = 'return_case' and c.id = e.object_id
             where e.persons && array(select * from records_of(:person)) and e.kind = 'act'
             order by e.at desc
             limit :most
            """;

    static final String LOOKS = """
            select id, at, operation, actor_name, role, institution, unit, purpose, case_ref, reason
              from entry
             where persons && array(select * from records_of(:person)) and kind = 'look'
             order by at desc
             limit :most
            """;
}
