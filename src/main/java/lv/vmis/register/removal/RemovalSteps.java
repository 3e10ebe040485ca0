package lv.vmis.register.removal;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done to carry out removal decisions, as stored: added to, withdrawn, and never changed. */
@Component
class RemovalSteps {

    private final JdbcClient jdbc;

    RemovalSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The steps of the decision that count, in the order in which they were done. */
    List<RemovalStep> of(UUID decision) {
        return of(List.of(decision)).getOrDefault(decision, List.of());
    }

    Map<UUID, List<RemovalStep>> of(Collection<UUID> decisions) {
        return jdbc
                .sql(OF_DECISIONS)
                .param("decisions", decisions.toArray(UUID[]::new))
                .query(Rows.of(RemovalStep.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(RemovalStep::decisionId));
    }

    /** All that were ever entered for the decision, also those withdrawn. */
    List<RemovalStep> history(UUID decision) {
        return jdbc.sql(HISTORY)
                .param("decision", decision)
                .query(Rows.of(RemovalStep.class))
                .list();
    }

    /** Since when the person of the case is gone; nothing while he is here. */
    Optional<LocalDate> departedOn(UUID caseId) {
        return jdbc.sql(DEPARTED).param("case", caseId).query(LocalDate.class).optional();
    }

    /** Whether the register has a travel document of the person that is valid on the day. */
    boolean hasDocument(PersonId person, LocalDate day) {
        return jdbc.sql(HAS_DOCUMENT)
                .param("person", person.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Whether nobody knows where the person is. */
    boolean isMissing(PersonId person) {
        return jdbc.sql(IS_MISSING)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether VMIS told that the person may stay on the day. */
    boolean mayStay(PersonId person, LocalDate day) {
        return jdbc.sql(MAY_STAY)
                .param("person", person.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Whether another decision on the person is suspended, also one whose place this has taken. */
    boolean isSuspendedElsewhere(UUID decision) {
        return jdbc.sql(IS_SUSPENDED_ELSEWHERE)
                .param("decision", decision)
                .query(Boolean.class)
                .single();
    }

    /** Removals that are open and whose foreigners were found together with that of the decision. */
    List<FoundTogether> together(UUID decision) {
        return jdbc.sql(TOGETHER)
                .param("decision", decision)
                .query(Rows.of(FoundTogether.class))
                .list();
    }

    /** Whether the official entered the step himself. */
    boolean isEnteredBy(UUID decision, int place, Actor by) {
        return jdbc.sql(IS_ENTERED_BY)
                .param("decision", decision)
                .param("place", place)
                .param("by", by.account())
                .query(Boolean.class)
                .single();
    }

    /** Whether the person of the decision is vulnerable on the day (Reg. 454 p. 2). */
    boolean isVulnerable(UUID decision, LocalDate day) {
        return jdbc.sql(IS_VULNERABLE)
                .param("decision", decision)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void add(Decision decision, NoteRemovalStep.Input in, @Nullable Instant startsAt, Actor by, Instant now) {
        var trip = in.trip();
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("decision", decision.id())
                .param("person", decision.personId().value())
                .param("kind", in.kind().name())
                .param("happened", utc(in.happenedAt()))
                .param("outcome", in.outcome(), Types.VARCHAR)
                .param("country", in.country(), Types.VARCHAR)
                .param("number", in.number(), Types.VARCHAR)
                .param("starts", startsAt == null ? null : utc(startsAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("escort_end", in.escortEnd(), Types.VARCHAR)
                .param("escorts", in.escorts(), Types.INTEGER)
                .param("language", in.language(), Types.VARCHAR)
                .param("until", in.untilOn(), Types.DATE)
                .param("note", in.note(), Types.VARCHAR)
                .param("name", in.name(), Types.VARCHAR)
                .param("present", in.present(), Types.BOOLEAN)
                .param("amount", in.amount(), Types.NUMERIC)
                .param("from", trip == null ? null : trip.from(), Types.VARCHAR)
                .param("to", trip == null ? null : trip.to(), Types.VARCHAR)
                .param("departs", trip == null ? null : utc(trip.departsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("unit", by.unit())
                .param("by", by.account())
                .param("now", utc(now))
                .update();
    }

    /** The places of the same step in other decisions for which it was entered in one act and still stands. */
    Map<UUID, Integer> enteredWith(UUID decision, int place) {
        return jdbc
                .sql(ENTERED_WITH)
                .param("decision", decision)
                .param("place", place)
                .query(Rows.of(Same.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Same::decisionId, Same::place));
    }

    record Same(UUID decisionId, int place) {}

    void withdraw(UUID decision, int place, String reason, Actor by, Instant now) {
        jdbc.sql(WITHDRAW)
                .param("decision", decision)
                .param("place", place)
                .param("reason", reason)
                .param("unit", by.unit())
                .param("by", by.account())
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static final String ROWS = """
            select s.decision_id, s.place, s.kind, s.happened_at, s.outcome, s.country, s.number, s.starts_at, s.escort_end,
                   s.escorts, s.language, s.until_on, s.note, s.name, s.present, s.amount,
                   s.from_place, s.to_place, s.departs_at, s.unit, coalesce(a.name, '–') as official, s.entered_at,
                   u.institution, s.withdrawn_at, w.name as withdrawn_by, s.withdrawn_reason
              from removal_step s
              join unit u on u.code = s.unit
              left join account a on a.id = s.entered_by
              left join account w on w.id = s.withdrawn_by
            """;

    static final String IS_VULNERABLE = """
            select is_vulnerable(d.person_id, :day)
              from decision d
             where d.id = :decision
            """;

    static final String OF_DECISIONS = ROWS + """
             where s.decision_id = any(:decisions) and s.withdrawn_at is null
             order by s.decision_id, s.happened_at, s.place
            """;

    static final String HISTORY = ROWS + """
             where s.decision_id = :decision
             order by s.happened_at, s.place
            """;

    static final String DEPARTED = """
            select departed_on from departure where case_id = :case
            """;

    static final String ENTERED_WITH = """
            select o.decision_id, o.place
              from removal_step s
              join removal_step o on o.entered_at = s.entered_at and o.entered_by = s.entered_by and o.kind = s.kind
                                 and o.decision_id <> s.decision_id and o.withdrawn_at is null
             where s.decision_id = :decision and s.place = :place
            """;

    static final String IS_ENTERED_BY = """
            select exists (select 1
                             from removal_step
                            where decision_id = :decision and place = :place and entered_by = :by)
            """;

    static final String WITHDRAW = """
            update removal_step
               set withdrawn_at = :now, withdrawn_by = :by, withdrawn_unit = :unit, withdrawn_reason = :reason
             where decision_id = :decision and place = :place
            """;

    static final String HAS_DOCUMENT = """
            select has_travel_document(:person, :day)
            """;

    static final String IS_MISSING = """
            select is_missing(:person)
            """;

    static final String MAY_STAY = """
            select exists (select 1 from right_to_stay(:person, :day))
            """;

    static final String IS_SUSPENDED_ELSEWHERE = """
            select exists (select 1 from suspended_elsewhere(:decision))
            """;

    static final String TOGETHER = """
            select o.id as decision_id, o.person_id, o.number, i.family_name, i.given_names
              from decision d
              join return_case c on c.id = d.case_id
              join return_case oc on oc.group_id = c.group_id and oc.id <> c.id
              join decision o on o.case_id = oc.id and o.open and o.kind <> 'DEPARTURE_ORDER'
              join person p on p.id = o.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where d.id = :decision
             order by o.number
            """;

    static final String ADD = """
            insert into removal_step (id, decision_id, person_id, place, kind, happened_at, outcome, country, number, starts_at,
                                      escort_end, escorts, language, until_on, note, name, present, amount,
                                      from_place, to_place, departs_at, unit, entered_by, entered_at)
            values (:id, :decision, :person,
                    (select coalesce(max(place), 0) + 1 from removal_step where decision_id = :decision), :kind, :happened,
                    :outcome, :country, :number, :starts, :escort_end, :escorts, :language, :until, :note, :name, :present, :amount, :from, :to, :departs,
                    :unit, :by, :now)
            """;
}
