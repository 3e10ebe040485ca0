package lv.vmis.register.ban;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.BansOfDecision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.Ground;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LegalBasis;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entry bans as stored, and what the law asks of them. */
@Component
public class Bans implements BansOfDecision {

    private final JdbcClient jdbc;
    private final Law law;
    private final Clock clock;

    Bans(JdbcClient jdbc, Law law, Clock clock) {
        this.jdbc = jdbc;
        this.law = law;
        this.clock = clock;
    }

    @Override
    public List<Refusal> mistakes(DecisionKind kind, List<PlannedBan> bans, LocalDate day, String decider) {
        return mistakes(kind, bans, day, decider, law);
    }

    @Override
    public List<Refusal> mistakes(DecisionKind kind, List<PlannedBan> bans, LocalDate day, String decider, Law law) {
        var mistakes = new ArrayList<Refusal>();
        var territories = new HashSet<BanTerritory>();
        for (var ban : bans) {
            if (!territories.add(ban.territory())) {
                mistakes.add(Refusal.of(BanRefusal.TERRITORY_TWICE));
            }
            check(kind, ban, day, decider, law, mistakes);
        }
        return mistakes;
    }

    private static void check(
            DecisionKind kind, PlannedBan ban, LocalDate day, String decider, Law law, List<Refusal> mistakes) {
        var parameters = law.parameters();
        var basisField = kind.isBan() ? "legalBasis" : ban.territory().field() + "Basis";
        var monthsField = kind.isBan() ? "months" : ban.territory().field() + "Months";
        var basis = law.bases()
                .find(ban.legalBasis(), day)
                .filter(found -> found.use().equals(Ground.BAN))
                .orElse(null);
        if (basis == null) {
            mistakes.add(Refusal.at(basisField, BanRefusal.BASIS_NOT_IN_FORCE));
            return;
        }
        if (!basis.mayBeUsedBy(decider)) {
            mistakes.add(Refusal.at(
                    basisField, BanRefusal.BASIS_OF_ANOTHER, basis.cited(), String.join(", ", basis.authorities())));
        }
        if (ban.territory() == BanTerritory.SCH && basis.sisBasis() == null) {
            mistakes.add(Refusal.at(basisField, BanRefusal.BASIS_WITHOUT_SCHENGEN, basis.cited()));
        }
        var months = ban.months();
        if (!kind.isBan() && ban.starts() != BanStart.DEPARTURE) {
            mistakes.add(Refusal.at("starts", BanRefusal.STARTS_WITH_DEPARTURE));
        }
        var isUnlimited = List.of(parameters.text("ban.indefinite.by", day).split(",", -1))
                .contains(decider);
        if (months == null && !isUnlimited) {
            mistakes.add(Refusal.at(
                    monthsField,
                    BanRefusal.INDEFINITE_NOT_ALLOWED,
                    parameters.get("ban.indefinite.by", day).cited()));
        }
        if (months == null || isUnlimited) {
            return;
        }
        var limit = limit(kind, basis);
        var years = parameters.years(limit, day);
        if (months > years * 12) {
            var parameter = parameters.get(limit, day);
            mistakes.add(Refusal.at(monthsField, BanRefusal.TERM_TOO_LONG, years, parameter.said(), parameter.cited()));
        }
        if (kind.isOfCourt() && months < parameters.years("ban.court.min", day) * 12) {
            var parameter = parameters.get("ban.court.min", day);
            mistakes.add(Refusal.at(
                    monthsField,
                    BanRefusal.TERM_TOO_SHORT,
                    parameters.years("ban.court.min", day),
                    parameter.said(),
                    parameter.cited()));
        }
    }

    /** The legal parameter that limits the ban: that of its ground, such as a threat, or else that of the kind of decision. */
    private static String limit(DecisionKind kind, LegalBasis basis) {
        var own = basis.banLimit();
        return own == null ? kind.banLimit() : own;
    }

    @Override
    public void plan(UUID decision, PersonId person, List<PlannedBan> bans, Actor by) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var ban : bans) {
            jdbc.sql(PLAN)
                    .param("id", Ids.next())
                    .param("decision", decision)
                    .param("person", person.value())
                    .param("territory", ban.territory().name())
                    .param("legal_basis", ban.legalBasis())
                    .param("months", ban.months())
                    .param("reasons", ban.reasons())
                    .param("starts", ban.starts().name())
                    .param("starts_on", ban.startsOn(), Types.DATE)
                    .param("by", by.account())
                    .param("at", now)
                    .update();
        }
        var planned = bans.stream().map(ban -> ban.territory().name()).toArray(String[]::new);
        jdbc.sql(DROP)
                .param("decision", decision)
                .param("planned", planned)
                .param("at", now)
                .update();
    }

    /** Bans of signed decisions, those decided last first, from the one after the given. */
    List<BanRow> list(
            BanState.@Nullable Code state,
            @Nullable String territory,
            @Nullable String institution,
            LocalDate day,
            @Nullable UUID after,
            int most) {
        var last = after == null
                ? Place.BEFORE_ALL
                : jdbc.sql(PLACE)
                        .param("id", after)
                        .query(Rows.of(Place.class))
                        .optional()
                        .orElse(Place.BEFORE_ALL);
        jdbc.sql(IN_ORDER).update();
        return jdbc.sql(LIST)
                .param("state", state == null ? null : state.name())
                .param("territory", territory)
                .param("institution", institution)
                .param("day", day)
                .param("last_day", last.decidedOn())
                .param("last_decision", last.decisionId())
                .param("last", last.id())
                .param("most", most)
                .query(Rows.of(BanRow.class))
                .list();
    }

    /** Where a ban stands in the list. */
    record Place(LocalDate decidedOn, UUID decisionId, UUID id) {

        private static final UUID LAST = new UUID(-1, -1);

        static final Place BEFORE_ALL = new Place(LocalDate.of(9999, 12, 31), LAST, LAST);
    }

    static final String PLAN = """
            insert into ban (id, decision_id, person_id, territory, legal_basis, term_months, reasons, starts, starts_on,
                             noted_by, noted_at)
            values (:id, :decision, :person, :territory, :legal_basis, :months, :reasons, :starts, :starts_on, :by, :at)
            on conflict (decision_id, territory) do update
               set legal_basis = excluded.legal_basis, term_months = excluded.term_months, reasons = excluded.reasons,
                   starts = excluded.starts, starts_on = excluded.starts_on,
                   noted_by = excluded.noted_by, noted_at = excluded.noted_at, dropped_at = null
            """;

    static final String DROP = """
            update ban
               set dropped_at = :at
             where decision_id = :decision and dropped_at is null and not territory = any(:planned)
            """;

    /**
     * One plan for all values: it follows the decisions in order. Told the state, the planner expects that hardly any ban is in it,
     * and reads and sorts all of them.
     */
    static final String IN_ORDER = """
            set local plan_cache_mode = force_generic_plan
            """;

    static final String LIST = """
            select c.id, c.decision_id, c.person_id, i.family_name, i.given_names, i.birth_date, c.territory,
                   c.legal_basis, c.term_months, c.decision_number, c.institution, c.decided_on, c.from_day, c.to_day
              from ban_clock c
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             where (cast(:territory as text) is null or c.territory = :territory)
               and (cast(:institution as text) is null or c.institution = :institution)
               and case cast(:state as text)
                       when 'PENDING' then c.from_day is null
                       when 'IN_FORCE' then c.from_day <= :day and (c.to_day is null or c.to_day >= :day)
                       when 'EXPIRED' then c.to_day < :day
                       else true
                   end
               and (c.decided_on, c.decision_id) <= (:last_day, :last_decision)
               and (c.decided_on, c.decision_id, c.id) < (:last_day, :last_decision, :last)
             order by c.decided_on desc, c.decision_id desc, c.id desc
             limit :most
            """;

    static final String PLACE = """
            select decided_on, decision_id, id
              from ban_clock
             where id = :id
            """;
}
