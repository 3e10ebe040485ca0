package lv.vmis.register.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to a case, and lists of cases, read for their pages. */
@Component
public class CaseFile {

    static final int PAGE = 50;

    private final JdbcClient jdbc;

    CaseFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FindingRow> findings(UUID caseId) {
        return jdbc.sql(FINDINGS)
                .param("case", caseId)
                .query(Rows.of(FindingRow.class))
                .list();
    }

    List<HandoverRow> handovers(UUID caseId) {
        return jdbc.sql(HANDOVERS)
                .param("case", caseId)
                .query(Rows.of(HandoverRow.class))
                .list();
    }

    List<DecisionRow> decisions(UUID caseId) {
        return jdbc.sql(DECISIONS)
                .param("case", caseId)
                .query(Rows.of(DecisionRow.class))
                .list();
    }

    /** The follow-up decisions about the decisions of the case and their bans, in their order. */
    List<FollowUpRow> followUps(UUID caseId) {
        return jdbc.sql(FOLLOW_UPS)
                .param("case", caseId)
                .query(Rows.of(FollowUpRow.class))
                .list();
    }

    List<DetentionRow> detentions(UUID caseId) {
        return jdbc.sql(DETENTIONS)
                .param("case", caseId)
                .query(Rows.of(DetentionRow.class))
                .list();
    }

    List<MeasureRow> measures(UUID caseId) {
        return jdbc.sql(MEASURES)
                .param("case", caseId)
                .query(Rows.of(MeasureRow.class))
                .list();
    }

    /** What is done next; nothing once the person has left. */
    Optional<StepRow> nextStep(UUID caseId) {
        return jdbc.sql(NEXT_STEP)
                .param("case", caseId)
                .query(Rows.of(StepRow.class))
                .optional();
    }

    ToldRow told(UUID caseId, LocalDate day) {
        return jdbc.sql(TOLD)
                .param("case", caseId)
                .param("day", day)
                .query(Rows.of(ToldRow.class))
                .single();
    }

    /** What is known of where the person is; nothing while nobody has asked. */
    Optional<WhereaboutsRow> whereabouts(UUID caseId) {
        return jdbc.sql(WHEREABOUTS)
                .param("case", caseId)
                .query(Rows.of(WhereaboutsRow.class))
                .optional();
    }

    /** How what is assessed before a removal stands on the day. */
    List<SafeguardRow> safeguards(UUID caseId, LocalDate day) {
        return jdbc.sql(SAFEGUARDS)
                .param("case", caseId)
                .param("day", day)
                .query(Rows.of(SafeguardRow.class))
                .list();
    }

    List<TogetherRow> together(UUID caseId) {
        return jdbc.sql(TOGETHER)
                .param("case", caseId)
                .query(Rows.of(TogetherRow.class))
                .list();
    }

    /** Cases, newest first, from below a number on. */
    List<CaseRow> list(@Nullable String competent, boolean undecided, String before) {
        var statement = undecided ? UNDECIDED : LIST;
        return jdbc.sql(statement)
                .param("competent", competent, java.sql.Types.VARCHAR)
                .param("before", before)
                .param("most", PAGE + 1)
                .query(Rows.of(CaseRow.class))
                .list();
    }

    public record FindingRow(
            UUID id,
            LocalDate foundOn,
            String placeKind,
            @Nullable String crossingPoint,
            String place,
            String circumstances,
            String legalBasis,
            String unit,
            String official,
            Instant notedAt) {}

    public record HandoverRow(
            UUID id, String fromInstitution, String toInstitution, String reason, Instant handedAt, String handedBy) {}

    public record DecisionRow(
            UUID id,
            String kind,
            String institution,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate leaveBy,
            @Nullable Instant sentAt,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate departedOn,
            @Nullable LocalDate suspendedOn,
            @Nullable LocalDate cancelledOn) {
        public boolean isSigned() {
            return number != null;
        }
    }

    /**
     * @param territory of the ban it is about; nothing: the decision
     * @param state {@code SIGNED}, {@code WAITING} or {@code DECLINED}
     * @param toServe whether the person is still to be told
     */
    public record FollowUpRow(
            UUID id,
            UUID decisionId,
            String kind,
            @Nullable String territory,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate leaveBy,
            String state,
            boolean toServe) {}

    /** @param place where he was placed last */
    public record DetentionRow(
            UUID id,
            Instant detainedAt,
            String ground,
            @Nullable String place,
            @Nullable Instant releasedAt,
            @Nullable String releaseReason) {}

    public record MeasureRow(
            UUID id,
            String kind,
            String terms,
            LocalDate appliedOn,
            @Nullable LocalDate endedOn,
            @Nullable String endReason) {}

    /**
     * @param unit nothing: of the whole institution
     * @param decision the decision the step is about: the draft, or the one that stands
     * @param served whether that decision is served
     * @param remedy the complaint whose result is awaited, where that is the step
     * @param followUp the follow-up decision to be served, where that is the step
     * @param leftUndecided when the person left under another case while nothing stands in this one
     */
    public record StepRow(
            String step,
            LocalDate fromDay,
            @Nullable LocalDate due,
            String owner,
            @Nullable String unit,
            @Nullable String holder,
            @Nullable UUID decision,
            boolean served,
            @Nullable UUID remedy,
            @Nullable UUID followUp,
            @Nullable LocalDate leftUndecided) {}

    /**
     * What other systems told that matters to the case today.
     *
     * @param decisionId open decision under which the border system saw the person leave
     * @param permitted whether VMIS told of a residence permit that is valid
     */
    public record ToldRow(
            @Nullable UUID decisionId,
            @Nullable LocalDate leftOn,
            @Nullable String crossingPoint,
            @Nullable Instant toldAt,
            boolean permitted,
            @Nullable String permit,
            @Nullable LocalDate permitFrom,
            @Nullable LocalDate permitTo) {}

    /**
     * @param onDay since when he is gone, when the search was reviewed, or when he was found
     * @param since since when he is gone
     * @param reviewOn nothing once he was found
     */
    public record WhereaboutsRow(
            String kind,
            LocalDate onDay,
            String done,
            LocalDate since,
            @Nullable LocalDate reviewOn) {}

    public record SafeguardRow(
            String question, String standing, @Nullable LocalDate assessedOn) {
        public boolean isClear() {
            return standing.equals("CLEAR");
        }
    }

    public record TogetherRow(
            UUID id,
            String number,
            PersonId personId,
            String familyName,
            @Nullable String givenNames) {}

    public record CaseRow(
            UUID id,
            String number,
            PersonId personId,
            String familyName,
            @Nullable String givenNames,
            PartialDate birthDate,
            LocalDate openedOn,
            String institution,
            String competent,
            @Nullable String place,
            @Nullable String decision,
            @Nullable LocalDate departedOn) {}

    static final String FINDINGS = """
            select f.id, f.found_on, f.place_kind, f.crossing_point, f.place, f.circumstances, f.legal_basis, f.unit,
                   coalesce(a.name, '–') as official, f.noted_at
              from finding f
              left join account a on a.id = f.official
             where f.case_id = :case
             order by f.found_on, f.noted_at
            """;

    static final String HANDOVERS = """
            select h.id, h.from_institution, h.to_institution, h.reason, h.handed_at, coalesce(a.name, '–') as handed_by
              from handover h
              left join account a on a.id = h.handed_by
             where h.case_id = :case
             order by h.handed_at
            """;

    static final String DECISIONS = """
            select d.id, d.kind, d.institution, d.number, d.decided_on, d.leave_by, d.sent_at, d.served_on, d.departed_on,
                   d.suspended_on, d.cancelled_on
              from decision d
             where d.case_id = :case
             order by d.prepared_at desc
            """;

    static final String FOLLOW_UPS = """
            select f.id, f.decision_id, f.kind, b.territory, f.number, f.decided_on, f.served_on, f.leave_by,
                   case when f.signed_at is not null then 'SIGNED' when f.declined_at is not null then 'DECLINED'
                        else 'WAITING' end as state,
                   exists (select 1 from follow_up_to_serve u where u.id = f.id) as to_serve
              from decision d
              join follow_up f on f.decision_id = d.id
              left join ban b on b.id = f.ban_id
             where d.case_id = :case
             order by f.prepared_at, f.id
            """;

    static final String DETENTIONS = """
            select d.id, d.detained_at, d.ground, d.released_at, d.release_reason,
                   (select p.place from placement p where p.detention_id = d.id order by p.placed_at desc limit 1) as place
              from detention d
             where d.case_id = :case
             order by d.detained_at
            """;

    static final String MEASURES = """
            select id, kind, terms, applied_on, ended_on, end_reason
              from alternative_measure
             where case_id = :case
             order by applied_on, entered_at
            """;

    static final String NEXT_STEP = """
            select c.next_step as step, c.step_from as from_day, c.step_due as due, c.step_owner as owner, c.step_unit as unit,
                   h.name as holder, d.id as decision, d.served_on is not null as served,
                   (select r.id
                      from remedy r
                     where r.decision_id = d.id and r.suspends and r.result is null and c.next_step = 'AWAIT_RESULT') as remedy,
                   (select u.id
                      from decision d
                      join follow_up_to_serve u on u.decision_id = d.id
                     where d.case_id = c.id and c.next_step = 'SERVE_FOLLOW_UP'
                     order by u.signed_at, u.id
                     limit 1) as follow_up,
                   left_undecided(c.id) as left_undecided
              from return_case c
              left join account h on h.id = c.holder
              left join lateral (select x.id, x.served_on
                                   from decision x
                                  where x.case_id = c.id
                                    and case when c.next_step in ('FINISH', 'SIGN')
                                             then x.signed_at is null and x.withdrawn_at is null
                                             else x.open end
                                  order by x.signed_at desc
                                  limit 1) d on true
             where c.id = :case and c.next_step is not null
            """;

    static final String WHEREABOUTS = """
            select w.kind, w.on_day, w.done, w.review_on,
                   (select max(s.on_day) from whereabouts s where s.case_id = w.case_id and s.kind = 'UNKNOWN') as since
              from whereabouts w
             where w.case_id = :case
             order by w.place desc
             limit 1
            """;

    // A permit that was annulled later does not count.
    static final String TOLD = """
            select e.decision_id, e.left_on, e.crossing_point, e.told_at, v.id is not null as permitted, v.number as permit,
                   v.valid_from as permit_from, v.valid_to as permit_to
              from return_case c
              left join lateral (select n.decision_id, n.left_on, n.crossing_point, n.told_at
                                   from exit_notice n
                                   join decision d on d.id = n.decision_id
                                  where d.case_id = c.id and d.open and n.left_on >= d.decided_on
                                  order by n.told_at desc
                                  limit 1) e on true
              left join lateral (select n.id, n.number, n.valid_from, n.valid_to
                                   from vmis_notice n
                                  where n.person_id in (select * from records_of(c.person_id))
                                    and n.subject = 'PERMIT' and n.status = 'GRANTED'
                                    and coalesce(n.valid_from, :day) <= :day and coalesce(n.valid_to, :day) >= :day
                                    and not exists (select 1
                                                      from vmis_notice x
                                                     where x.person_id = n.person_id and x.subject = 'PERMIT'
                                                       and x.number is not distinct from n.number
                                                       and x.status <> 'GRANTED' and x.told_at > n.told_at)
                                  order by n.told_at desc
                                  limit 1) v on true
             where c.id = :case
            """;

    static final String SAFEGUARDS = """
            select question, standing, assessed_on from safeguards_on(:case, :day)
            """;

    static final String TOGETHER = """
            select o.id, o.number, o.person_id, i.family_name, i.given_names
              from return_case c
              join return_case o on o.group_id = c.group_id and o.id <> c.id
              join person p on p.id = o.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where c.id = :case
             order by o.number
            """;

    private static final String ROWS = """
            select c.id, c.number, c.person_id, i.family_name, i.given_names, i.birth_date, c.opened_on, c.institution,
                   c.competent, f.place,
                   (select d.number from decision d where d.case_id = c.id and d.number is not null
                     order by d.decided_on desc limit 1) as decision,
                   (select max(e.departed_on) from departure e where e.case_id = c.id) as departed_on
              from return_case c
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
              left join lateral (select place from finding where case_id = c.id order by found_on, noted_at limit 1) f on true
             where c.number < :before
               and (cast(:competent as text) is null or c.competent = cast(:competent as text))
            """;

    private static final String PAGE_OF_ROWS = """
             order by c.number desc
             limit :most
            """;

    static final String LIST = ROWS + PAGE_OF_ROWS;

    static final String UNDECIDED = ROWS + """
               and c.undecided
            """ + PAGE_OF_ROWS;
}
