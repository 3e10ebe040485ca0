package lv.vmis.register.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All that the register holds of a person and may tell him. A column of these statements is named after the text of its field, and
 * after a stroke by what its value is: a code list, a State, a unit.
 *
 * <p>Not told are drafts, which nobody has signed; what was withdrawn or corrected since, but for what others were told of meanwhile; what is known of others; alerts in SIS, of
 * which SIRENE tells; and the likeness of records, which says nothing of a person until somebody has judged it.
 */
@Component
class Extracts {

    private final JdbcClient jdbc;
    private final ExtractTexts texts;

    Extracts(JdbcClient jdbc, ExtractTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** In the order in which it is printed. */
    List<Told> of(PersonId person, LocalDate day, Actor by) {
        var facts = texts.facts(person, by);
        var all = new ArrayList<Told>();
        for (var section : ExtractSection.values()) {
            all.addAll(stored(section, person, day));
            facts.stream().filter(fact -> fact.section() == section).forEach(all::add);
        }
        return all;
    }

    private List<Told> stored(ExtractSection section, PersonId person, LocalDate day) {
        return (switch (section) {
                    case IDENTITY -> Stream.of(rows(section, "record", RECORDS, person, day));
                    case FAMILY, TRAITS -> Stream.<List<Told>>of();
                    case CASES ->
                        Stream.of(
                                rows(section, "case", CASES, person, day),
                                rows(section, "finding", FINDINGS, person, day),
                                rows(section, "handover", HANDOVERS, person, day),
                                rows(section, "closing", CLOSINGS, person, day),
                                rows(section, "old_row", OLD_ROWS, person, day));
                    case SEARCH -> Stream.of(rows(section, "whereabouts", WHEREABOUTS, person, day));
                    case DETENTION ->
                        Stream.of(
                                rows(section, "detained", DETENTIONS, person, day),
                                rows(section, "held_by", DETENTION_TITLES, person, day),
                                rows(section, "placed", PLACEMENTS, person, day),
                                rows(section, "measure", MEASURES, person, day));
                    case DECISIONS ->
                        Stream.of(
                                rows(section, "decision", DECISIONS, person, day),
                                rows(section, "decision_service", SERVICES, person, day),
                                rows(section, "decision_service", WITHDRAWN_SERVICES, person, day),
                                rows(section, "judgment", JUDGMENTS, person, day));
                    case FOLLOW_UPS ->
                        Stream.of(
                                rows(section, "follow_up", FOLLOW_UPS, person, day),
                                rows(section, "follow_up_service", FOLLOW_UP_SERVICES, person, day));
                    case REMEDIES ->
                        Stream.of(
                                rows(section, "remedy", REMEDIES, person, day),
                                rows(section, "remedy", WITHDRAWN_REMEDIES, person, day));
                    case BANS ->
                        Stream.of(
                                rows(section, "ban", BANS, person, day),
                                rows(section, "ban_review", BAN_REVIEWS, person, day));
                    case REMOVAL ->
                        Stream.of(
                                rows(section, "safeguard", SAFEGUARDS, person, day),
                                rows(section, "questionnaire", QUESTIONNAIRES, person, day),
                                rows(section, "removal_step", REMOVAL_STEPS, person, day));
                    case DEPARTURES ->
                        Stream.of(
                                rows(section, "departure", DEPARTURES, person, day),
                                rows(section, "departure", WITHDRAWN_DEPARTURES, person, day),
                                rows(section, "exit_notice", EXIT_NOTICES, person, day));
                    case NOTICES ->
                        Stream.of(
                                rows(section, "notice", NOTICES, person, day),
                                rows(section, "vmis_notice", VMIS_NOTICES, person, day));
                    case FILES ->
                        Stream.of(
                                rows(section, "file", FILES, person, day),
                                rows(section, "issued", ISSUED, person, day));
                    case RECIPIENTS -> Stream.of(rows(section, "look", LOOKS, person, day));
                })
                .flatMap(List::stream)
                .toList();
    }

    private List<Told> rows(ExtractSection section, String row, String statement, PersonId person, LocalDate day) {
        return jdbc.sql(statement)
                .param("person", person.value())
                .param("day", day)
                .query((found, _) -> new Told(section, row, texts.lines(found)))
                .list();
    }

    static final String RECORDS = """
            select 'P-' || lpad(p.number::text, 7, '0') as "record_number", p.entered_at as "entered_at",
                   p.institution as "institution/institution", p.unit as "unit/unit"
              from person p
             where p.id in (select * from records_of(:person))
             order by p.entered_at, p.id
            """;

    static final String CASES = """
            select c.number as "case_number", c.opened_on as "opened_on", c.institution as "institution/institution",
                   c.unit as "unit/unit", c.competent as "competent/institution"
              from return_case c
             where c.person_id in (select * from records_of(:person))
             order by c.opened_on, c.id
            """;

    static final String FINDINGS = """
            select c.number as "case_number", f.found_on as "found_on", f.place_kind as "place_kind/finding_place_kind",
                   f.crossing_point as "crossing_point/crossing", f.place as "place", f.legal_basis as "legal_basis/basis",
                   f.circumstances as "circumstances", f.unit as "unit/unit"
              from finding f
              join return_case c on c.id = f.case_id
             where f.person_id in (select * from records_of(:person))
             order by f.found_on, f.id
            """;

    static final String HANDOVERS = """
            select c.number as "case_number", h.handed_at as "at", h.from_institution as "from/institution",
                   h.to_institution as "to/institution", h.reason as "reasons"
              from handover h
              join return_case c on c.id = h.case_id
             where c.person_id in (select * from records_of(:person))
             order by h.handed_at, h.id
            """;

    static final String CLOSINGS = """
            select c.number as "case_number", k.closed_on as "closed_on", k.reason as "reason/case_closing", k.note as "note",
                   k.reopened_at as "reopened_at", k.reopen_reason as "reopen_reason"
              from case_closing k
              join return_case c on c.id = k.case_id
             where k.person_id in (select * from records_of(:person))
             order by k.closed_on, k.id
            """;

    /** The card of an old register as it stands there; not which official had entered it. */
    static final String OLD_ROWS = """
            select split_part(o.old_table, '_', 1) as "what/person.old-register", o.key as "number", o.purpose_reached as "purpose_reached",
                   nullif(o.schengen, false) as "schengen",
                   (select string_agg(x.name || ': ' || btrim(x.cell), '; ' order by x.place)
                      from unnest(f.columns, r.cells) with ordinality as x (name, cell, place)
                     where btrim(x.cell) <> '' and x.name not in ('IEVADIJA', 'LEM_AUTORS')) as "old_cells"
              from old_outcome o
              join old_row r on r.file_id = o.file_id and r.row_no = o.row_no
              join old_file f on f.id = o.file_id
             where o.person_id in (select * from records_of(:person))
             order by o.at, o.key
            """;

    static final String WHEREABOUTS = """
            select c.number as "case_number", w.kind as "what/whereabouts", w.on_day as "on_day", w.done as "done",
                   w.review_on as "review_on", w.unit as "unit/unit"
              from whereabouts w
              join return_case c on c.id = w.case_id
             where w.person_id in (select * from records_of(:person))
             order by w.case_id, w.place
            """;

    static final String DETENTIONS = """
            select c.number as "case_number", d.detained_at as "detained_at", d.ground as "ground/detention_ground",
                   d.circumstances as "circumstances", d.last_resort as "last_resort", d.unit as "unit/unit", d.released_at as "released_at",
                   d.release_reason as "release_reason/release_reason", d.release_note as "release_note"
              from detention d
              join return_case c on c.id = d.case_id
             where d.person_id in (select * from records_of(:person))
             order by d.detained_at, d.id
            """;

    static final String DETENTION_TITLES = """
            select d.detained_at as "detained_at", t.kind as "what/detention_title", t.until_at as "until_at", t.court as "court",
                   t.number as "number", t.decided_on as "decided_on", t.submitted_at as "submitted_at",
                   t.submitted_to as "submitted_to"
              from detention_title t
              join detention d on d.id = t.detention_id
             where t.person_id in (select * from records_of(:person))
             order by d.detained_at, t.entered_at, t.id
            """;

    static final String PLACEMENTS = """
            select d.detained_at as "detained_at", p.placed_at as "placed_at", p.place as "place/unit"
              from placement p
              join detention d on d.id = p.detention_id
             where p.person_id in (select * from records_of(:person))
             order by p.placed_at, p.id
            """;

    static final String MEASURES = """
            select c.number as "case_number", m.kind as "what/alternative_kind", m.terms as "terms", m.applied_on as "applied_on",
                   m.unit as "unit/unit", m.ended_on as "ended_on", m.end_reason as "end_reason/alternative_end_reason",
                   m.end_note as "end_note"
              from alternative_measure m
              join return_case c on c.id = m.case_id
             where m.person_id in (select * from records_of(:person))
             order by m.applied_on, m.id
            """;

    static final String DECISIONS = """
            select d.kind as "what/decision_kind", d.number as "number", d.decided_on as "decided_on",
                   coalesce(d.decider, d.institution) as "decider/institution", d.unit as "unit/unit",
                   d.legal_basis as "legal_basis/basis",
                   case when d.cancelled_on <= :day then 'CANCELLED' when d.departed_on is not null then 'CARRIED_OUT'
                        when d.suspended_on <= :day then 'SUSPENDED' when d.open or d.kind = 'ENTRY_BAN' then 'STANDS'
                        else 'REPLACED' end as "state/state",
                   d.destination as "destination/country",
                   d.amended_destination as "amended_destination/country", d.term_days as "term_days", d.leave_by as "leave_by",
                   d.suspended_on as "suspended_on", d.cancelled_on as "cancelled_on", d.departed_on as "departed_on",
                   d.union_family as "union_family", d.reasons as "reasons", d.family_life as "family_life",
                   d.conduct as "conduct"
              from decision d
             where d.person_id in (select * from records_of(:person)) and d.signed_at is not null
             order by d.decided_on, d.signed_at, d.id
            """;

    static final String SERVICES = """
            select d.number as "decision", s.served_on as "served_on", s.manner as "manner/service_manner",
                   s.language as "language/language", s.note as "note"
              from service s
              join decision d on d.id = s.decision_id
             where s.person_id in (select * from records_of(:person))
             order by s.served_on, d.number
            """;

    static final String JUDGMENTS = """
            select d.number as "decision", j.court as "court", j.in_force_on as "in_force_on", j.prison as "prison",
                   j.placed_on as "imprisoned_on", j.informed_on as "informed_on", j.release_on as "release_on",
                   j.destination as "destination/country", j.ended_on as "ended_on", j.end_reason as "end_reason/judgment_end",
                   j.end_note as "end_note"
              from judgment j
              join decision d on d.id = j.decision_id
             where j.person_id in (select * from records_of(:person))
             order by j.in_force_on, d.number
            """;

    private static final String WITHDRAWN = """
            select w.kind as "what/withdrawn_entry", d.number as "decision", w.happened_on as "on_day",
                   w.entered_at as "entered_at", w.withdrawn_at as "withdrawn_at", w.reason as "withdrawn_because"
              from withdrawn_entry w
              join decision d on d.id = w.decision_id
             where w.person_id in (select * from records_of(:person))
            """;

    static final String WITHDRAWN_SERVICES = WITHDRAWN + """
               and w.kind = 'SERVICE'
             order by w.withdrawn_at, w.id
            """;

    static final String WITHDRAWN_REMEDIES = WITHDRAWN + """
               and w.kind in ('REMEDY', 'REMEDY_RESULT')
             order by w.withdrawn_at, w.id
            """;

    static final String WITHDRAWN_DEPARTURES = WITHDRAWN + """
               and w.kind = 'DEPARTURE'
             order by w.withdrawn_at, w.id
            """;

    static final String FOLLOW_UPS = """
            select f.kind as "what/follow_up_kind", f.number as "number", f.decided_on as "decided_on",
                   coalesce(f.decider, f.institution) as "decider/institution", f.unit as "unit/unit", d.number as "decision",
                   b.territory as "territory/ban.territory", f.legal_basis as "legal_basis/basis", f.effect_on as "effect_on",
                   f.leave_by as "leave_by", f.term_months as "term_months",
                   f.destination as "destination/country", f.reasons as "reasons"
              from follow_up f
              join decision d on d.id = f.decision_id
              left join ban b on b.id = f.ban_id
             where f.person_id in (select * from records_of(:person)) and f.signed_at is not null
             order by f.decided_on, f.signed_at, f.id
            """;

    static final String FOLLOW_UP_SERVICES = """
            select f.number as "number", s.served_on as "served_on", s.manner as "manner/service_manner",
                   s.language as "language/language", s.note as "note", s.unit as "unit/unit"
              from follow_up_service s
              join follow_up f on f.id = s.follow_up_id
             where s.person_id in (select * from records_of(:person))
             order by s.served_on, f.number
            """;

    static final String REMEDIES = """
            select r.kind as "what/remedy_kind", d.number as "decision", r.filed_on as "filed_on", r.addressee as "addressee",
                   r.number as "number", r.suspends as "suspends", r.grounds as "grounds", r.result as "result/remedy_result",
                   r.result_on as "result_on", r.result_number as "result_number", r.result_note as "result_note",
                   r.leave_by as "leave_by"
              from remedy r
              join decision d on d.id = r.decision_id
             where r.person_id in (select * from records_of(:person))
             order by r.filed_on, r.id
            """;

    /** Of a ban that was cancelled before it began there is no clock. */
    static final String BANS = """
            select b.territory as "territory/ban.territory", d.number as "decision", d.decided_on as "decided_on",
                   coalesce(d.decider, d.institution) as "decider/institution", b.legal_basis as "legal_basis/basis",
                   coalesce(b.reduced_months, b.term_months) as "term_months", b.term_months is null as "indefinite",
                   c.from_day as "from_day", c.to_day as "to_day",
                   case when b.cancelled_on <= :day then 'CANCELLED'
                        when b.term_ends_on < :day then 'ENDED'
                        when b.suspended_on <= :day then 'SUSPENDED' when c.from_day <= :day then 'RUNS'
                        when c.from_day is null and d.kind <> 'ENTRY_BAN' and not d.open then 'REPLACED'
                        else 'WAITS' end as "state/state",
                   b.suspended_on as "suspended_on", b.cancelled_on as "cancelled_on", b.reasons as "reasons"
              from ban b
              join decision d on d.id = b.decision_id and d.signed_at is not null
              left join ban_clock c on c.id = b.id
             where b.person_id in (select * from records_of(:person)) and b.dropped_at is null
             order by d.decided_on, b.territory, b.id
            """;

    static final String BAN_REVIEWS = """
            select d.number as "decision", b.territory as "territory/ban.territory", r.due_on as "due_on",
                   r.reviewed_on as "reviewed_on", r.result as "result/ban_review", r.reasons as "reasons"
              from ban_review r
              join ban b on b.id = r.ban_id
              join decision d on d.id = b.decision_id
             where r.person_id in (select * from records_of(:person))
             order by r.reviewed_on, r.id
            """;

    static final String SAFEGUARDS = """
            select c.number as "case_number", s.question as "question/safeguard", s.answer as "answer/safeguard_answer",
                   s.evidence as "evidence", s.assessed_on as "assessed_on", s.unit as "unit/unit"
              from safeguard s
              join return_case c on c.id = s.case_id
             where s.person_id in (select * from records_of(:person))
             order by s.entered_at, s.id
            """;

    /** Who translated it is somebody else. */
    static final String QUESTIONNAIRES = """
            select d.number as "decision", q.entered_at as "entered_at", q.language as "language/language",
                   q.answers as "answers/questionnaire_item", q.unit as "unit/unit"
              from questionnaire q
              join decision d on d.id = q.decision_id
             where q.person_id in (select * from records_of(:person))
               and q.version = (select max(n.version) from questionnaire n where n.decision_id = q.decision_id)
             order by q.entered_at, q.id
            """;

    /** What came of a step is of the list that belongs to its kind; the monitor and the escort are other persons. */
    static final String REMOVAL_STEPS = """
            select d.number as "decision", s.kind as "what/removal_step", s.happened_at as "at",
                   case s.kind when 'DOCUMENT_ANSWERED' then 'document_request_result'
                               when 'READMISSION_ANSWERED' then 'readmission_result' when 'MEDICAL_CHECK' then 'medical_result'
                               when 'SCHEDULED' then 'removal_transport' when 'TRANSPORT_BOOKED' then 'removal_transport'
                               when 'NOTIFIED' then 'notice_result' when 'MONITORED' then 'removal_monitor'
                               when 'POSTPONED' then 'postponement_ground' when 'FAILED' then 'removal_failure'
                               when 'COST' then 'removal_cost' end || '/' || s.outcome as "outcome/listed",
                   s.country as "country/country", s.number as "number", s.starts_at as "starts_at",
                   s.escort_end as "escort_end/escort_end", s.escorts as "escorts", s.language as "language/language",
                   s.until_on as "until_on", s.present as "monitor_present", s.amount as "amount", s.from_place as "from_place",
                   s.to_place as "to_place", s.departs_at as "departs_at", s.note as "note", s.unit as "unit/unit"
              from removal_step s
              join decision d on d.id = s.decision_id
             where s.person_id in (select * from records_of(:person)) and s.withdrawn_at is null
             order by s.decision_id, s.place
            """;

    static final String DEPARTURES = """
            select d.number as "decision", e.departed_on as "departed_on", e.crossing_point as "crossing_point/crossing",
                   e.destination as "destination/country", e.return_type as "return_type/return_type",
                   e.departed_at as "departed_at", e.assistance as "assistance/return_assistance",
                   e.source as "source/exit_source", e.omitted as "omitted"
              from departure e
              join decision d on d.id = e.decision_id
             where e.person_id in (select * from records_of(:person))
             order by e.departed_on, e.id
            """;

    static final String EXIT_NOTICES = """
            select x.left_on as "left_on", x.crossing_point as "crossing_point/crossing", x.document as "document",
                   x.told_at as "told_at"
              from exit_notice x
             where x.person_id in (select * from records_of(:person))
             order by x.told_at, x.id
            """;

    static final String NOTICES = """
            select n.kind as "what/notice_kind", n.sender as "sender/institution", n.reference as "number",
                   n.received_at as "received_at", n.summary as "summary", n.answer as "answer"
              from notice n
             where n.person_id in (select * from records_of(:person))
             order by n.received_at, n.id
            """;

    static final String VMIS_NOTICES = """
            select v.subject as "what/vmis_subject", v.status as "state/vmis_status", v.number as "number",
                   v.valid_from as "valid_from", v.valid_to as "valid_to", v.told_at as "told_at"
              from vmis_notice v
             where v.person_id in (select * from records_of(:person))
             order by v.told_at, v.id
            """;

    static final String FILES = """
            select f.kind as "what/file.kind", f.title as "title", f.name as "file_name", nullif(f.source, 'OWN') as "source/file.source",
                   f.dated_on as "dated_on", f.entered_at as "entered_at", f.institution as "institution/institution"
              from file f
             where f.person_id in (select * from records_of(:person)) and f.withdrawn_at is null and f.malware is null
             order by f.entered_at, f.id
            """;

    static final String ISSUED = """
            select c.kind as "what/extract.kind", c.number as "number", c.issued_on as "issued_on",
                   c.recipient as "recipient/certificate_recipient", c.recipient_name as "recipient_name", c.purpose as "purpose",
                   c.requested_on as "requested_on", c.institution as "institution/institution"
              from certificate c
             where c.person_id in (select * from records_of(:person))
             order by c.issued_at, c.id
            """;

    /** By institution and purpose, with every day: whose officials looked, not which of them. */
    static final String LOOKS = """
            select l.institution as "institution/institution", l.purpose as "purpose/purpose", sum(l.times) as "times",
                   string_agg(to_char(l.day, 'DD.MM.YYYY.'), ', ' order by l.day) as "days"
              from (select e.institution, e.purpose, (e.at at time zone 'Europe/Riga')::date as day, count(*) as times
                      from entry e
                     where e.kind = 'look' and e.decision = 'allow'
                       and e.persons && array(select * from records_of(:person))
                     group by e.institution, e.purpose, day) l
             group by l.institution, l.purpose
             order by min(l.day), l.institution, l.purpose
            """;
}
