package lv.vmis.register.ban;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.BansOfDecision;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Ground;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LegalBasis;
import lv.vmis.register.reference.LegalParameters;
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
        if (kind.isOrder() && texts(law, "ban.bases.not_order", day).contains(basis.code())) {
            // Whoever is to leave by himself was not removed.
            mistakes.add(Refusal.at(basisField, BanRefusal.BASIS_NOT_OF_ORDER, basis.cited()));
        }
        if (ban.territory() == BanTerritory.SCH && basis.sisBasis() == null) {
            mistakes.add(Refusal.at(basisField, BanRefusal.BASIS_WITHOUT_SCHENGEN, basis.cited()));
        }
        var months = ban.months();
        if (!kind.isBan() && ban.starts() != BanStart.DEPARTURE) {
            mistakes.add(Refusal.at("starts", BanRefusal.STARTS_WITH_DEPARTURE));
        }
        notFarFrom(day, ban, parameters, mistakes);
        var isUnlimited = texts(law, "ban.indefinite.by", day).contains(decider);
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

    /** A ban from a named day begins on the day of its decision at the earliest, and not long after it. */
    private static void notFarFrom(LocalDate day, PlannedBan ban, LegalParameters parameters, List<Refusal> mistakes) {
        var startsOn = ban.startsOn();
        if (startsOn == null) {
            return;
        }
        if (startsOn.isBefore(day)) {
            mistakes.add(Refusal.at("startsOn", BanRefusal.STARTS_BEFORE_DECISION, LatvianDates.numeric(day)));
        }
        var latest = day.plus(parameters.period("ban.start.max", day));
        if (startsOn.isAfter(latest)) {
            mistakes.add(Refusal.at(
                    "startsOn",
                    BanRefusal.STARTS_TOO_LATE,
                    LatvianDates.numeric(latest),
                    parameters.get("ban.start.max", day).cited()));
        }
    }

    /** The legal parameter that limits the ban: that of its ground, such as a threat, or else that of the kind of decision. */
    private static String limit(DecisionKind kind, LegalBasis basis) {
        var own = basis.banLimit();
        return own == null ? kind.banLimit() : own;
    }

    @Override
    public List<Refusal> mistakesOfPerson(PersonId person, Draft draft, LocalDate day) {
        var isUnion = draft.isUnionFamily() || movesFreely(person, day);
        var mistakes = new ArrayList<Refusal>();
        if (isUnion
                && !draft.kind().isBan()
                && !texts(law, "return.union.bases", day).contains(draft.legalBasis())) {
            mistakes.add(Refusal.at(
                    "legalBasis",
                    BanRefusal.UNION_RETURN,
                    law.parameters().get("return.union.bases", day).cited()));
        }
        if (draft.bans().isEmpty()) {
            return mistakes;
        }
        spared(person, day)
                .ifPresent(why -> mistakes.add(Refusal.of(
                        BanRefusal.NEVER_BANNED,
                        why,
                        law.parameters().get("ban.never.of", day).cited())));
        if (mayBeAlone(person, day)) {
            mistakes.add(Refusal.of(
                    BanRefusal.MINOR_PERHAPS_ALONE,
                    law.parameters().get("ban.never.of", day).cited()));
        }
        if (draft.kind().isBan() && draft.bans().stream().anyMatch(ban -> ban.starts() != BanStart.DEPARTURE)) {
            // A ban runs from the departure of who is here (Directive 2008/115/EC Art. 11; C-225/16).
            openReturn(person)
                    .ifPresent(number -> mistakes.add(Refusal.at("starts", BanRefusal.RETURN_IS_OPEN, number)));
        }
        if (draft.kind().isBan()
                && draft.bans().stream().anyMatch(ban -> ban.starts() == BanStart.DEPARTURE)
                && openReturn(person).isEmpty()) {
            // Who has left and is not to return has left once: the ban would never begin.
            lastLeft(person)
                    .ifPresent(left ->
                            mistakes.add(Refusal.at("starts", BanRefusal.LEFT_BEFORE, LatvianDates.numeric(left))));
        }
        for (var ban : draft.bans()) {
            check(isUnion, draft.kind(), ban, day, mistakes);
        }
        if (isUnion && draft.kind().isBan() && draft.conduct() == null) {
            var bases = law.parameters().get("ban.union.bases", day);
            mistakes.add(Refusal.at("conduct", BanRefusal.UNION_CONDUCT, bases.cited()));
        }
        return mistakes;
    }

    /**
     * Directive 2004/38/EC: what bars a Union citizen or a family member rests on it, and no alert follows (Reg. (EU) 2018/1861 Art. 26).
     * Its Article 32 sets no longest term: after three years at the latest the person may ask to have it lifted.
     */
    private void check(boolean isUnion, DecisionKind kind, PlannedBan ban, LocalDate day, List<Refusal> mistakes) {
        var basisField = kind.isBan() ? "legalBasis" : ban.territory().field() + "Basis";
        var ofUnion = texts(law, "ban.union.bases", day);
        if (!isUnion) {
            if (ofUnion.contains(ban.legalBasis())) {
                mistakes.add(Refusal.at(
                        basisField,
                        BanRefusal.UNION_BASIS_ONLY,
                        law.parameters().get("ban.union.bases", day).cited()));
            }
            return;
        }
        if (!ofUnion.contains(ban.legalBasis())) {
            mistakes.add(Refusal.at(
                    basisField,
                    BanRefusal.UNION_BASIS,
                    law.parameters().get("ban.union.bases", day).cited()));
        }
        if (!texts(law, "ban.union.territories", day).contains(ban.territory().name())) {
            mistakes.add(Refusal.at(
                    kind.isBan() ? "territory" : basisField,
                    BanRefusal.UNION_TERRITORY,
                    law.parameters().get("ban.union.territories", day).cited()));
        }
    }

    private static List<String> texts(Law law, String parameter, LocalDate day) {
        return List.of(law.parameters().text(parameter, day).split(",", -1));
    }

    /** What is known of the person for which nobody is banned. */
    private Optional<Bilingual> spared(PersonId person, LocalDate day) {
        return jdbc.sql(SPARED)
                .param("person", person.value())
                .param("codes", texts(law, "ban.never.of", day).toArray(String[]::new))
                .param("day", day)
                .query((row, _) -> new Bilingual(row.getString("text_lv"), row.getString("text_en")))
                .optional();
    }

    /** A minor of whom nobody noted whether he is accompanied. */
    private boolean mayBeAlone(PersonId person, LocalDate day) {
        return jdbc.sql(MAY_BE_ALONE)
                .param("person", person.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** A citizen of a State whose citizens move freely, or known from an earlier decision as of the family of one. */
    private boolean movesFreely(PersonId person, LocalDate day) {
        return jdbc.sql(MOVES_FREELY)
                .param("person", person.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** The number of the case whose person has not left yet. */
    private Optional<String> openReturn(PersonId person) {
        return jdbc.sql(OPEN_RETURN)
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    /** When the person left last; nothing when he never did. */
    private Optional<LocalDate> lastLeft(PersonId person) {
        return jdbc.sql(LAST_LEFT)
                .param("person", person.value())
                .query((row, _) -> Optional.ofNullable(row.getObject("left_on", LocalDate.class)))
                .single();
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

    static final String PLAN = """
            insert into ban (id, decision_id, person_id, territory, legal_basis, term_months, reasons, starts, starts_on,
                             noted_by, noted_at)
            values (:id, :decision, :person, :territory, :legal_basis, :months, :reasons, :starts, :starts_on, :by, :at)
            on conflict (decision_id, territory) do update
               set legal_basis = excluded.legal_basis, term_months = excluded.term_months, reasons = excluded.reasons,
                   starts = excluded.starts, starts_on = excluded.starts_on,
                   noted_by = excluded.noted_by, noted_at = excluded.noted_at, dropped_at = null
            """;

    static final String MOVES_FREELY = """
            select moves_freely(:person, :day)
            """;

    static final String SPARED = """
            select c.text_lv, c.text_en
              from vulnerability v
              join code c on c.list = 'vulnerability' and c.code = v.vulnerability
             where v.person_id in (select * from records_of(:person)) and v.vulnerability = any(:codes)
               and v.valid_from <= :day and coalesce(v.valid_to, 'infinity') >= :day
             order by c.sort
             limit 1
            """;

    static final String MAY_BE_ALONE = """
            select may_be_alone(:person, :day)
            """;

    static final String OPEN_RETURN = """
            select number
              from return_case
             where person_id in (select * from records_of(:person)) and next_step is not null
             order by opened_on desc, id desc
             limit 1
            """;

    static final String LAST_LEFT = """
            select max(departed_on) as left_on from departure where person_id in (select * from records_of(:person))
            """;

    static final String DROP = """
            update ban
               set dropped_at = :at
             where decision_id = :decision and dropped_at is null and not territory = any(:planned)
            """;
}
