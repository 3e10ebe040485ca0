package lv.vmis.register.law;

import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.DraftRules;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.DatedRule.Worked;
import lv.vmis.register.reference.Ground;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.GroundChange.Kind;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of grounds on the real database. They begin long after today, so that no other test lives under them. */
@RegisterTest
class GroundChangeTest {

    private static final AtomicInteger CHANGES = new AtomicInteger();

    private static final String BAN = "IL2002-61-5-3";
    private static final String REMOVAL = "IL2002-46-1-2";

    private final ProposeLawChange propose;
    private final ApproveLawChange approve;
    private final DeclineLawChange decline;
    private final WithdrawLawChange withdraw;
    private final Proposals proposals;
    private final LawTrial trial;
    private final GroundTrial effects;
    private final List<DatedRule> rules;
    private final DraftRules draftRules;
    private final SignDecision sign;
    private final Law law;
    private final LegalBases bases;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor steward = official("parzine");
    private final Actor decider = official("pmlp.vaditajs");
    private final Actor inspector = official("inspektore");
    private final Actor chief = official("vrs.vaditajs");

    GroundChangeTest(
            ProposeLawChange propose,
            ApproveLawChange approve,
            DeclineLawChange decline,
            WithdrawLawChange withdraw,
            Proposals proposals,
            LawTrial trial,
            GroundTrial effects,
            List<DatedRule> rules,
            DraftRules draftRules,
            SignDecision sign,
            Law law,
            LegalBases bases,
            DecisionSamples samples,
            JdbcClient jdbc,
            Clock clock) {
        this.propose = propose;
        this.approve = approve;
        this.decline = decline;
        this.withdraw = withdraw;
        this.proposals = proposals;
        this.trial = trial;
        this.effects = effects;
        this.rules = rules;
        this.draftRules = draftRules;
        this.sign = sign;
        this.law = law;
        this.bases = bases;
        this.samples = samples;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    /** A draft of any kind of ground, by what it rests on. */
    private record Made(UUID id, Draft draft) {}

    /** What the trial says is what the register does once the change is approved: the same drafts, the same grounds, no other. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_trial_foretells_what_approval_does(int seed) {
        var random = new Random(seed);
        var from = later();
        var made = drafts(random);
        var kept = samples.signed(removal(REMOVAL, BAN, 24), inspector, chief).decision();
        var change = any(seed, random, from);
        var alertsBefore = alerts(from);
        var before = worked(from);
        var eve = worked(from.minusDays(1));
        var id = done(proposed(change));
        assertThat(worked(from)).as("a proposal changes nothing").isEqualTo(before);
        var foretold = samples.reading(() -> trial.of(change));
        var offers = samples.reading(() -> effects.of(change));
        var grounds = bases.with(change).all();

        done(approved(id, from.minusDays(1)));

        var after = worked(from);
        var expected = new HashMap<>(before);
        foretold.forEach(rule -> rule.touched().forEach(one -> {
            assertThat(before).containsEntry(one.before().id(), one.before());
            expected.put(one.after().id(), one.after());
        }));
        assertThat(after).isEqualTo(expected);
        assertThat(worked(from.minusDays(1))).as("the day before").isEqualTo(eve);
        assertThat(bases.all()).isEqualTo(grounds);
        assertThat(alerts(from)).as("alerts of decided bans").isEqualTo(alertsBefore);
        if (change.code().equals(REMOVAL)) {
            assertThat(offers.kept().decisions()).isEqualTo(stay());
        }
        offers.offers().forEach(offer -> {
            var offered = bases.inForce(use(change), from, offer.institution());
            assertThat(offered).hasSize(offer.left());
            assertThat(offered.stream().anyMatch(basis -> basis.code().equals(change.code())))
                    .isEqualTo(offer.after());
        });
        for (var one : made) {
            var against = Objects.requireNonNull(
                    Objects.requireNonNull(after.get(one.id())).against());
            var codes = against.stream().map(reason -> reason.code().name()).toList();
            if (codes.isEmpty()) {
                var person = personOf(one.id());
                assertThat(samples.reading(() -> draftRules.mistakes(person, one.draft(), from, chief)))
                        .isEmpty();
            } else {
                assertThat(refusals(on(from, chief, () -> sign.run(new SignDecision.Input(one.id(), 1), chief))))
                        .containsExactlyElementsOf(codes);
            }
        }
        assertThat(citedBy(kept)).isEqualTo("Imigrācijas likuma 46. panta pirmās daļas 2. punkts");
    }

    private PersonId personOf(UUID decision) {
        return samples.reading(() -> jdbc.sql("select person_id from decision where id = :id")
                .param("id", decision)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .single());
    }

    private String use(GroundChange change) {
        return bases.asOf(change.code(), change.validFrom()).orElseThrow().use();
    }

    /** Drafts that rest on the grounds that change, and on others. */
    private List<Made> drafts(Random random) {
        var made = new ArrayList<Made>();
        for (int i = 0; i < 5; i++) {
            var months = 6 * (1 + random.nextInt(9));
            var draft = switch (i) {
                case 0 -> removal(REMOVAL, BAN, months);
                case 1 -> removal("IL2002-46-1-1", BAN, months);
                case 2 -> removal(REMOVAL, "IL2002-61-5-2", months);
                case 3 -> removal("IL2002-46-1-1", "IL2002-61-5-2", months);
                default -> DecisionSamples.order();
            };
            made.add(new Made(samples.toSign(draft, inspector), draft));
        }
        return made;
    }

    private static Draft removal(String basis, String ban, int months) {
        return new Draft(
                DecisionKind.REMOVAL,
                basis,
                "UZB",
                null,
                "Izvairīsies.",
                "Ģimenes nav.",
                List.of(
                        new PlannedBan(BanTerritory.LV, ban, months, null),
                        new PlannedBan(BanTerritory.SCH, ban, months, null)));
    }

    /** Each kind of change in turn; after a ground ends it is added again, so that no other test misses it. */
    private GroundChange any(int seed, Random random, LocalDate from) {
        var ban = ground(BAN, from);
        var removal = ground(REMOVAL, from);
        return switch (seed) {
            case 1 -> change(Kind.CHANGED, BAN, saying(ban, "Cits teksts " + seed, "PMLP", ban.sisBasis(), null), from);
            case 2 -> change(Kind.CHANGED, BAN, saying(ban, "Cits teksts " + seed, "PMLP,VRS", null, null), from);
            case 3 ->
                change(Kind.CHANGED, BAN, saying(ban, ban.textLv(), "VRS", "24(2)(c)", "ban.voluntary.max"), from);
            case 4 -> change(Kind.CHANGED, BAN, saying(ban, ban.textLv(), null, "24(2)(a)", "ban.threat.max"), from);
            case 5 -> change(Kind.ENDED, REMOVAL, null, from);
            case 6 -> change(Kind.ADDED, REMOVAL, saying(grounds(REMOVAL), "Atkal", "PMLP,VRS", "1860/3", null), from);
            case 7 -> change(Kind.CHANGED, REMOVAL, saying(removal, "Vēlreiz", "VRS", null, null), from);
            default ->
                change(
                        Kind.ADDED,
                        "IL2027-" + random.nextInt(100, 999),
                        saying(removal, "Jauns", "VRS", "1860/3", null),
                        from);
        };
    }

    /** The last that was in force, which may have ended. */
    private Ground grounds(String code) {
        return bases.asOf(code, LocalDate.MAX).orElseThrow().ground();
    }

    private Ground ground(String code, LocalDate day) {
        return bases.asOf(code, day).orElseThrow().ground();
    }

    private static Ground saying(
            Ground as, String text, @Nullable String authority, @Nullable String sisBasis, @Nullable String limit) {
        return new Ground(
                as.law(),
                as.section(),
                as.paragraph(),
                as.clause(),
                as.citationLv() + " (jaunā redakcija)",
                as.citationEn() + " (new)",
                text,
                as.textEn(),
                authority,
                as.use(),
                sisBasis,
                limit);
    }

    private static GroundChange change(Kind kind, String code, @Nullable Ground ground, LocalDate from) {
        return new GroundChange(kind, code, ground, from, "Grozījumi (izdomāti)", "open");
    }

    private Map<UUID, Worked> worked(LocalDate day) {
        var all = new HashMap<UUID, Worked>();
        rules.stream()
                .filter(DatedRule::asksForGrounds)
                .forEach(rule -> samples.reading(() -> rule.under(law, day)).forEach(one -> all.put(one.id(), one)));
        return all;
    }

    /** Every alert that ought to exist on the day, with the Article a ban gives it. */
    private List<String> alerts(LocalDate day) {
        return samples.reading(
                () -> jdbc.sql("""
                        select concat_ws(' ', a.person_id, a.category, a.decision_id, r.basis)
                          from alerts_due(:day, '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff') a
                          left join alert_refusal r on r.ban_id = a.ban_id
                        union all
                        select concat_ws(' ', 'waits', r.ban_id, r.basis) from alert_refusal r
                         order by 1
                        """).param("day", day).query(String.class).list());
    }

    private int stay() {
        return samples.reading(() -> jdbc.sql("select count(*) from decision where open and legal_basis = :code")
                .param("code", REMOVAL)
                .query(Integer.class)
                .single());
    }

    private String citedBy(UUID decision) {
        var day = samples.reading(() -> jdbc.sql("select decided_on from decision where id = :id")
                .param("id", decision)
                .query(LocalDate.class)
                .single());
        return bases.citation(REMOVAL, day, Language.LV);
    }

    @Test
    void a_change_is_refused_that_no_law_allows() {
        var from = later();
        var code = "IL2002-46-1-4";
        var ground = ground(code, from);
        var other = saying(ground, "Cits teksts", "PMLP,VRS", "1860/3", null);
        var backwards = change(Kind.CHANGED, code, other, today);
        assertThat(refusals(on(today, steward, () -> propose.run(new ProposeLawChange.Input(backwards), steward))))
                .containsExactly("BACKWARDS");
        assertThat(refused(change(Kind.CHANGED, code, ground, from))).containsExactly("SAME_GROUND");
        assertThat(refused(change(Kind.CHANGED, "IL2002-99", other, from))).containsExactly("GROUND_NOT_IN_FORCE");
        assertThat(refused(change(Kind.ENDED, "IL2002-99", null, from))).containsExactly("GROUND_NOT_IN_FORCE");
        assertThat(refused(change(Kind.ADDED, code, other, from))).containsExactly("CODE_TAKEN");
        var ofBans = ground(BAN, from);
        assertThat(refused(change(Kind.CHANGED, code, saying(ofBans, "x", "VRS", "24(2)(b)", null), from)))
                .containsExactly("USE_STAYS");
        assertThat(refused(change(Kind.CHANGED, code, saying(ground, "x", "VRS", "24(2)(b)", "ban.threat.max"), from)))
                .containsExactlyInAnyOrder("SIS_BASIS_OF_ANOTHER_USE", "LIMIT_ONLY_FOR_BANS");
        assertThat(refused(change(Kind.ADDED, "IL2027-1", saying(ofBans, "x", "VRS", "1860/3", null), from)))
                .containsExactly("SIS_BASIS_OF_ANOTHER_USE");

        var id = done(proposed(change(Kind.CHANGED, code, other, from)));
        assertThat(refused(change(Kind.ENDED, code, null, from.plusDays(9)))).containsExactly("ONE_WAITS");
        assertThat(refusals(approvedBy(id, 0, steward, from.minusDays(1)))).containsExactly("FOUR_EYES");
        assertThat(refusals(approvedBy(id, 1, decider, from.minusDays(1)))).containsExactly("CHANGED_MEANWHILE");
        assertThat(refusals(approvedBy(id, 0, decider, from))).containsExactly("DAY_COME");
        assertThat(refusals(
                        Someone.as(decider, () -> withdraw.run(new WithdrawLawChange.Input(id, 0, "Kļūda"), decider))))
                .containsExactly("NOT_YOURS");
        done(Someone.as(decider, () -> decline.run(new DeclineLawChange.Input(id, 0, "Nav izsludināts"), decider)));
        assertThat(refusals(approvedBy(id, 1, decider, from.minusDays(1)))).containsExactly("ALREADY_ANSWERED");
        assertThat(ground(code, from)).isEqualTo(ground);
        assertThat(samples.entries(id, DeclineLawChange.class)).isOne();
        assertThat(samples.entries(id, ApproveLawChange.class)).isZero();
    }

    @Test
    void what_was_proposed_is_withdrawn_and_proposed_anew() {
        var from = later();
        var code = "APL-85";
        var other = saying(ground(code, from), "Cits teksts", "PMLP,VRS", null, null);
        var first = done(proposed(change(Kind.ENDED, code, null, from)));
        done(Someone.as(steward, () -> withdraw.run(new WithdrawLawChange.Input(first, 0, "Kļūda"), steward)));
        var next = change(Kind.CHANGED, code, other, from);
        var id = done(proposed(next));
        assertThat(samples.reading(() -> proposals.find(id)).orElseThrow().change())
                .isEqualTo(next);
        done(approved(id, from.minusDays(1)));
        assertThat(ground(code, from)).isEqualTo(other);
        assertThat(ground(code, from.minusDays(1))).isNotEqualTo(other);
        assertThat(samples.entries(id, ProposeLawChange.class)).isOne();
        assertThat(samples.entries(id, ApproveLawChange.class)).isOne();
    }

    /** A document of today cites the ground of today, also when another text is approved already. */
    @Test
    void an_approved_change_does_not_reach_back() {
        var from = later();
        var code = "R122-12";
        var was = bases.citation(code, today, Language.LV);
        var text = saying(ground(code, from), "Cits", "PMLP", null, null);
        done(approved(done(proposed(change(Kind.CHANGED, code, text, from))), from.minusDays(1)));
        assertThat(bases.citation(code, today, Language.LV)).isEqualTo(was);
        assertThat(bases.citation(code, from.minusDays(1), Language.LV)).isEqualTo(was);
        assertThat(bases.citation(code, from, Language.LV)).isEqualTo(was + " (jaunā redakcija)");
        assertThat(bases.citation(code, LocalDate.of(1990, 1, 1), Language.LV)).isEqualTo(was);
    }

    /** The database keeps each rule by its name, whatever a program forgets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update legal_basis set citation_lv = 'Cits' where code = 'IL2002-41-1' | legal_basis_keeps_its_past",
                "update legal_basis set ban_limit = 'ban.alone.max' where code = 'IL2002-61-5-4' | legal_basis_keeps_its_past",
                "update legal_basis set valid_to = date '2030-01-01' where code = 'IL2002-41-1' | legal_basis_by_approved_change",
                "insert into legal_basis select 'NEW', law, section, paragraph, clause, citation_lv, citation_en, text_lv, text_en, deciding_authority, use, sis_basis, sort, valid_from, valid_to, certainty, source, ban_limit from legal_basis where code = 'IL2002-41-1' | legal_basis_by_approved_change",
                "insert into law_change (id, kind, code, valid_from, source, certainty, proposed_by, proposed_at) values (gen_random_uuid(), 'GROUND_ENDED', 'X', '2029-01-01', 's', 'open', gen_random_uuid(), '2029-01-01Z') | law_change_ground_later",
                "insert into law_change (id, kind, code, valid_from, source, certainty, proposed_by, proposed_at, answer, answered_by, answered_at) values (gen_random_uuid(), 'GROUND_ENDED', 'X', '2030-01-01', 's', 'open', gen_random_uuid(), '2029-01-01Z', 'APPROVED', gen_random_uuid(), '2030-01-01Z') | law_change_ground_later",
                "insert into law_change (id, kind, code, value, unit, valid_from, source, certainty, proposed_by, proposed_at) values (gen_random_uuid(), 'GROUND_ENDED', 'X', 1, 'days', '2030-01-01', 's', 'open', gen_random_uuid(), '2029-01-01Z') | law_change_one_value",
                "insert into law_change (id, kind, code, valid_from, source, certainty, proposed_by, proposed_at) values (gen_random_uuid(), 'OTHER', 'X', '2030-01-01', 's', 'open', gen_random_uuid(), '2029-01-01Z') | law_change_kind_known"
            })
    void the_database_refuses(String statement, String constraint) {
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql(statement).update()))
                .rootCause()
                .isInstanceOfSatisfying(PSQLException.class, refused -> {
                    var message = refused.getServerErrorMessage();
                    assertThat(message == null ? null : message.getConstraint()).isEqualTo(constraint);
                });
    }

    @Test
    void what_a_proposed_ground_says_is_not_rewritten() {
        var from = later();
        var code = "APL-86";
        var other = saying(ground(code, from), "Cits teksts", "PMLP,VRS", null, null);
        var id = done(proposed(change(Kind.CHANGED, code, other, from)));
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("update law_change_ground set text_lv = 'x' where change_id = :id")
                                .param("id", id)
                                .update()))
                .rootCause()
                .hasMessageContaining("rewritten");
        done(Someone.as(steward, () -> withdraw.run(new WithdrawLawChange.Input(id, 0, "Kļūda"), steward)));
    }

    /** Later than the change before, and not beyond the parts of the journal there are. */
    private LocalDate later() {
        return today.plusMonths(17).plusDays(10L * CHANGES.incrementAndGet());
    }

    private List<String> refused(GroundChange change) {
        return refusals(proposed(change));
    }

    private Outcome<UUID> proposed(GroundChange change) {
        return on(
                change.validFrom().minusDays(3),
                steward,
                () -> propose.run(new ProposeLawChange.Input(change), steward));
    }

    private Outcome<UUID> approved(UUID id, LocalDate day) {
        return approvedBy(id, 0, decider, day);
    }

    private Outcome<UUID> approvedBy(UUID id, int version, Actor by, LocalDate day) {
        return on(day, by, () -> approve.run(new ApproveLawChange.Input(id, version), by));
    }

    private static <T> T on(LocalDate day, Actor by, java.util.concurrent.Callable<T> work) {
        var noon =
                day.atTime(java.time.LocalTime.NOON).atZone(RegisterClock.RIGA).toInstant();
        return Someone.as(by, () -> RegisterClock.at(noon, work));
    }
}
