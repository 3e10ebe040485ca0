package lv.vmis.register.followup;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follow-up decisions and what they may be about, as stored. What they make of their target the database keeps beside it. */
@Component
public class FollowUps {

    private final JdbcClient jdbc;
    private final FollowUpRules rules;

    FollowUps(JdbcClient jdbc, FollowUpRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    public Optional<FollowUp> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(FollowUp.class)).optional();
    }

    /** Those about a decision and its bans, the latest first. */
    List<FollowUp> of(UUID decision) {
        return jdbc.sql(OF_DECISION)
                .param("decision", decision)
                .query(Rows.of(FollowUp.class))
                .list();
    }

    /** The decision and its bans. */
    public List<Target> targets(UUID decision) {
        return jdbc.sql(TARGETS)
                .param("decision", decision)
                .query(Rows.of(Target.class))
                .list();
    }

    /** What a follow-up decision is about, as it stands. */
    Target target(FollowUp followUp) {
        return targets(followUp.decisionId()).stream()
                .filter(one -> Objects.equals(one.banId(), followUp.banId()))
                .findFirst()
                .orElseThrow();
    }

    /** What has waited longest for somebody else's signature. */
    Optional<UUID> next(Actor by) {
        return jdbc.sql(NEXT)
                .param("institution", by.institution())
                .param("by", by.account())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    UUID add(Decision decision, PrepareFollowUp.Input in, Actor by, Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("case", decision.returnCaseId(), Types.OTHER)
                .param("person", decision.personId().value())
                .param("decision", decision.id())
                .param("ban", in.ban())
                .param("kind", in.kind().name())
                .param("institution", by.institution())
                .param("unit", by.unit())
                .param("basis", in.legalBasis())
                .param("effect", in.effectOn())
                .param("leave_by", in.leaveBy(), Types.DATE)
                .param("months", in.termMonths(), Types.INTEGER)
                .param("destination", in.destination(), Types.VARCHAR)
                .param("reasons", in.reasons())
                .param("by", by.account())
                .param("now", utc(now))
                .update();
        return id;
    }

    /** Everything that is against what a notice says, entered on the day. */
    public List<Refusal> mistakes(NoticedFollowUp change, LocalDate day) {
        var target = targets(change.decision().id()).stream()
                .filter(one -> Objects.equals(one.banId(), change.ban()))
                .findFirst();
        if (target.isEmpty()) {
            return List.of(Refusal.at("target", FollowUpRefusal.NOT_A_TARGET));
        }
        var mistakes = new ArrayList<Refusal>();
        FollowUpRules.notLater(change.input(), day, mistakes);
        mistakes.addAll(rules.ofTarget(change.input(), target.get(), change.decidedOn()));
        return mistakes;
    }

    /** Enters what a minister or a consular official has decided, as decided: nobody signs it, and the number is his. */
    public UUID add(NoticedFollowUp change, Actor by, Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD_NOTICED)
                .param("id", id)
                .param("person", change.decision().personId().value())
                .param("decision", change.decision().id())
                .param("ban", change.ban(), Types.OTHER)
                .param("kind", change.kind().name())
                .param("institution", by.institution())
                .param("decider", change.decider())
                .param("unit", by.unit())
                .param("basis", change.legalBasis())
                .param("effect", change.effectOn())
                .param("months", change.termMonths(), Types.INTEGER)
                .param("reasons", change.reasons())
                .param("number", change.number())
                .param("day", change.decidedOn())
                .param("by", by.account())
                .param("now", utc(now))
                .update();
        return id;
    }

    void sign(UUID id, String number, LocalDate day, @Nullable LocalDate leaveBy, Actor by, Instant now) {
        jdbc.sql(SIGN)
                .param("id", id)
                .param("number", number)
                .param("day", day)
                .param("leave_by", leaveBy, Types.DATE)
                .param("by", by.account())
                .param("now", utc(now))
                .update();
    }

    void change(UUID id, PrepareFollowUp.Input text) {
        jdbc.sql(CHANGE)
                .param("id", id)
                .param("kind", text.kind().name())
                .param("basis", text.legalBasis())
                .param("effect", text.effectOn())
                .param("leave_by", text.leaveBy(), Types.DATE)
                .param("months", text.termMonths(), Types.INTEGER)
                .param("destination", text.destination(), Types.VARCHAR)
                .param("reasons", text.reasons())
                .update();
    }

    /** Whether the case of the follow-up decision is assigned to the official. */
    boolean isHolder(UUID id, Actor by) {
        return jdbc.sql(IS_HOLDER)
                .param("id", id)
                .param("by", by.account())
                .query(Boolean.class)
                .single();
    }

    void take(UUID id, Actor by) {
        jdbc.sql(TAKE)
                .param("id", id)
                .param("by", by.account())
                .param("unit", by.unit())
                .update();
    }

    void decline(UUID id, String reason, Actor by, Instant now) {
        jdbc.sql(DECLINE)
                .param("id", id)
                .param("reason", reason)
                .param("by", by.account())
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static final String COLUMNS = """
            select f.id, f.case_id, f.person_id, f.decision_id, f.ban_id, b.territory, d.kind as target_kind,
                   d.number as target_number, f.kind, f.institution, f.decider, f.unit, f.legal_basis, f.effect_on, f.leave_by,
                   f.term_months, f.destination, f.reasons, f.prepared_by, coalesce(p.name, '–') as prepared_by_name, f.prepared_at,
                   f.declined_by, x.name as declined_by_name, f.declined_at, f.decline_reason, f.number, f.decided_on,
                   f.signed_by, s.name as signed_by_name, f.signed_at, f.version
              from follow_up f
              join decision d on d.id = f.decision_id
              left join ban b on b.id = f.ban_id
              left join account p on p.id = f.prepared_by
              left join account x on x.id = f.declined_by
              left join account s on s.id = f.signed_by
            """;

    static final String FIND = COLUMNS + """
             where f.id = :id
            """;

    static final String OF_DECISION = COLUMNS + """
             where f.decision_id = :decision
             order by f.prepared_at desc
            """;

    static final String TARGETS = """
            select d.person_id, null::uuid as ban_id, null as territory, d.kind, d.decided_on, d.served_on, d.leave_by,
                   coalesce(d.amended_destination, d.destination) as destination, d.open as stands,
                   left_under_any(d) as left_on, null::integer as term_months, null::date as from_day,
                   suspended_since(d.id, null) as suspended_on, d.cancelled_on
              from decision d
             where d.id = :decision and d.signed_at is not null
            union all
            select d.person_id, b.id, b.territory, d.kind, d.decided_on, d.served_on, d.leave_by, null, d.open, null,
                   coalesce(b.reduced_months, b.term_months), c.from_day, suspended_since(d.id, b.id),
                   b.cancelled_on
              from ban b
              join decision d on d.id = b.decision_id and d.signed_at is not null
              left join ban_clock c on c.id = b.id
             where b.decision_id = :decision and b.dropped_at is null
             order by territory nulls first
            """;

    static final String NEXT = """
            select id
              from follow_up
             where institution = :institution and prepared_by <> :by and signed_at is null and declined_at is null
             order by prepared_at, id
             limit 1
            """;

    static final String ADD = """
            insert into follow_up (id, case_id, person_id, decision_id, ban_id, kind, institution, unit, legal_basis,
                                   effect_on, leave_by, term_months, destination, reasons, prepared_by, prepared_at)
            values (:id, :case, :person, :decision, :ban, :kind, :institution, :unit, :basis, :effect, :leave_by, :months,
                    :destination, :reasons, :by, :now)
            """;

    static final String ADD_NOTICED = """
            insert into follow_up (id, person_id, decision_id, ban_id, kind, institution, decider, unit, legal_basis, effect_on,
                                   term_months, reasons, prepared_by, prepared_at, number, decided_on, signed_at)
            values (:id, :person, :decision, :ban, :kind, :institution, :decider, :unit, :basis, :effect, :months, :reasons, :by,
                    :now, :number, :day, :now)
            """;

    static final String SIGN = """
            update follow_up
               set number = :number, decided_on = :day, leave_by = :leave_by, signed_by = :by, signed_at = :now, version = version + 1
             where id = :id
            """;

    static final String CHANGE = """
            update follow_up
               set kind = :kind, legal_basis = :basis, effect_on = :effect, leave_by = :leave_by, term_months = :months,
                   destination = :destination, reasons = :reasons, version = version + 1
             where id = :id
            """;

    static final String IS_HOLDER = """
            select exists (select 1
                             from follow_up f
                             join return_case c on c.id = f.case_id
                            where f.id = :id and c.holder = :by)
            """;

    static final String TAKE = """
            update follow_up
               set prepared_by = :by, unit = :unit, version = version + 1
             where id = :id
            """;

    static final String DECLINE = """
            update follow_up
               set declined_by = :by, declined_at = :now, decline_reason = :reason, version = version + 1
             where id = :id
            """;
}
