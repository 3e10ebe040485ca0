package lv.vmis.register.legacy.rule;

import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Rule;
import lv.vmis.register.legacy.meaning.Rule.Kind;
import lv.vmis.register.legacy.meaning.Rule.Match;
import lv.vmis.register.legacy.meaning.Rules;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules for old registers on the real database. Each test has words of its own. */
@RegisterTest
class OldRuleTest {

    private static final AtomicInteger WORDS = new AtomicInteger();

    private final OldRules rules;
    private final ProposeOldRule propose;
    private final ApproveOldRule approve;
    private final DeclineOldRule decline;
    private final WithdrawOldRule withdraw;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final Actor steward = official("parzine");
    private final Actor decider = official("pmlp.vaditajs");

    OldRuleTest(
            OldRules rules,
            ProposeOldRule propose,
            ApproveOldRule approve,
            DeclineOldRule decline,
            WithdrawOldRule withdraw,
            DecisionSamples samples,
            JdbcClient jdbc) {
        this.rules = rules;
        this.propose = propose;
        this.approve = approve;
        this.decline = decline;
        this.withdraw = withdraw;
        this.samples = samples;
        this.jdbc = jdbc;
    }

    @Test
    void the_first_version_has_the_codes_of_the_definition() {
        var first = samples.reading(() -> rules.of(1)).all();

        assertThat(first).containsAll(Rules.ofDefinition());
        assertThat(first).filteredOn(rule -> rule.kind() == Kind.LEGAL_BASIS).hasSize(4);
    }

    @Test
    void an_approval_makes_a_version_and_leaves_those_before_as_they_were() {
        var rule = rule("P");
        var before = samples.reading(rules::inForce);
        var id = done(proposed(RuleStep.ADDED, rule, steward));
        assertThat(samples.reading(rules::newest))
                .as("a proposal changes nothing")
                .isEqualTo(before.version());
        assertThat(refusals(approved(id, 0, steward))).containsExactly("FOUR_EYES");

        done(approved(id, 0, decider));
        var after = samples.reading(rules::inForce);
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.all()).contains(rule);
        assertThat(samples.reading(() -> rules.of(before.version())).all()).isEqualTo(before.all());

        var other = new Rule(rule.table(), rule.kind(), rule.field(), rule.match(), rule.word(), "ID");
        done(approved(done(proposed(RuleStep.ADDED, other, steward)), 0, decider));
        assertThat(samples.reading(rules::inForce).all()).contains(other).doesNotContain(rule);
        assertThat(samples.reading(() -> rules.of(after.version())).all())
                .contains(rule)
                .doesNotContain(other);

        done(approved(done(proposed(RuleStep.ENDED, other, steward)), 0, decider));
        assertThat(samples.reading(rules::inForce).all()).doesNotContain(other, rule);
        assertThat(refusals(proposed(RuleStep.ENDED, other, steward))).containsExactly("NOTHING_TO_END");
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSLATION, DOK1_TIPS, ZZ, QQ, CODE_UNKNOWN",
        "TRANSLATION, NAV_TADAS, ZZ, P, FIELD_UNKNOWN",
        "TRANSLATION, PIEZIMES, ZZ, P, NOT_TRANSLATED",
        "TRANSLATION, DOK1_TIPS, '  ', P, WORD_NEEDED",
        "TRANSLATION, DOK1_TIPS, pase, P, SAME_RULE",
        "TRANSLATION, VALSTS_PIED, KRFED, RUSS, CODE_UNKNOWN",
        "COLUMN, DZ_DATUMS, VARDS, '', HEADER_OF_THE_TABLE",
        "CLEANING, IERAKSTA_NR, x, EMPTY, NOT_CLEANED",
        "CLEANING, ADRESE, '', EMPTY, WORD_NEEDED",
        "LEGAL_BASIS, IEMESLS, IL, IL2002-61-1-2, NOT_A_NORM",
        "LEGAL_BASIS, TIES_NORMA, IL 99, IL2002-46-1-1, CODE_UNKNOWN"
    })
    void a_rule_that_cannot_be_followed_is_not_proposed(
            Kind kind, String field, String word, String becomes, String refusal) {
        var rule = new Rule(OldTable.LGM_ENTRIES, kind, field, Match.EQUALS, word, becomes);

        assertThat(refusals(proposed(RuleStep.ADDED, rule, steward))).containsExactly(refusal);
    }

    @Test
    void one_proposal_waits_for_a_word_and_is_answered_once() {
        var rule = rule("S");
        var id = done(proposed(RuleStep.ADDED, rule, steward));
        assertThat(refusals(proposed(RuleStep.ADDED, rule, steward))).containsExactly("ONE_WAITS");
        assertThat(refusals(withdrawn(id, decider))).containsExactly("NOT_YOURS");
        assertThat(refusals(declined(id, steward))).containsExactly("FOUR_EYES");
        assertThat(refusals(approved(id, 1, decider))).containsExactly("CHANGED_MEANWHILE");

        done(declined(id, decider));
        assertThat(refusals(approved(id, 1, decider))).containsExactly("ALREADY_ANSWERED");
        done(withdrawn(done(proposed(RuleStep.ADDED, rule, steward)), steward));
        assertThat(samples.reading(rules::inForce).all()).doesNotContain(rule);
    }

    @Test
    void approvals_at_once_make_versions_one_after_another() throws Exception {
        var before = samples.reading(rules::newest);
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < 4; i++) {
            ids.add(done(proposed(RuleStep.ADDED, rule("RP"), steward)));
        }
        var versions = new HashSet<Integer>();
        try (var officials = Executors.newFixedThreadPool(4)) {
            var running = ids.stream()
                    .map(id -> officials.submit((Callable<UUID>) () -> done(approved(id, 0, decider))))
                    .toList();
            for (var one : running) {
                var approved = one.get();
                versions.add(samples.reading(() -> rules.find(approved))
                        .orElseThrow()
                        .fromVersion());
            }
        }

        assertThat(versions)
                .hasSize(4)
                .allSatisfy(version -> assertThat(version).isGreaterThan(before));
    }

    @Test
    void the_database_keeps_the_past_and_four_eyes() {
        var rule = rule("PD");
        var id = done(proposed(RuleStep.ADDED, rule, steward));

        broken("old_rule_keeps_its_past", "update old_rule set becomes = 'ID' where id = :id", id);
        broken("old_rule_keeps_its_past", "update old_rule set until_version = 9 where id = :id", id);
        broken(
                "old_rule_four_eyes",
                "update old_rule set answer = 'APPROVED', answered_by = proposed_by, answered_at = now(), from_version = 900000"
                        + " where id = :id",
                id);
        broken(
                "old_rule_proposed_first",
                "insert into old_rule (id, step, old_table, field, kind, match, word, word_key, becomes, why, certainty, proposed_at,"
                        + " answer, answered_at, from_version) select gen_random_uuid(), step, old_table, field, kind, match, 'Q',"
                        + " 'q', becomes, why, certainty, now(), 'APPROVED', now(), 900001 from old_rule where id = :id",
                id);
        done(approved(id, 0, decider));
        broken(
                "old_rule_ended_by_approval",
                "update old_rule set until_version = from_version + 900000 where id = :id",
                id);
        broken("old_rule_keeps_its_past", "update old_rule set from_version = 900002 where id = :id", id);
    }

    @Test
    void what_a_rule_would_change_is_counted_over_what_is_staged() {
        var before = samples.reading(() -> rules.of(1));
        var values = Map.of("PASE", 100L, "Jūrn. gr.", 7L, "JURN GR", 5L, "jūrn. GR.", 2L);
        StagedValues staged = (table, header, value) -> {
            assertThat(table).isEqualTo(OldTable.LGM_ENTRIES);
            if (header.equals("DOK1_TIPS")) {
                values.forEach(value::accept);
            }
        };

        assertThat(RuleTrial.touched(stored(RuleStep.ADDED, "jurn. gr.", "S"), before, staged))
                .isEqualTo(9);
        assertThat(RuleTrial.touched(stored(RuleStep.ADDED, "PASE", "P"), before, staged))
                .isZero();
        assertThat(RuleTrial.touched(stored(RuleStep.ADDED, "PASE", "ID"), before, staged))
                .isEqualTo(100);
        assertThat(RuleTrial.touched(stored(RuleStep.ENDED, "PASE", "P"), before, staged))
                .isEqualTo(100);
    }

    private static StoredRule stored(RuleStep step, String word, String becomes) {
        return new StoredRule(
                new UUID(0, 1),
                step,
                OldTable.LGM_ENTRIES,
                "DOK1_TIPS",
                Kind.TRANSLATION,
                Match.EQUALS,
                word,
                becomes,
                "Apraksts",
                "open",
                null,
                null,
                LocalDate.of(2026, 1, 1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private void broken(String constraint, String sql, UUID id) {
        assertThatThrownBy(() -> Someone.as(
                        steward,
                        () -> samples.reading(
                                () -> jdbc.sql(sql).param("id", id).update())))
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        failure -> assertThat(failure.getServerErrorMessage())
                                .isNotNull()
                                .satisfies(message ->
                                        assertThat(message.getConstraint()).isEqualTo(constraint)));
    }

    private static Rule rule(String becomes) {
        return new Rule(
                OldTable.LGM_ENTRIES,
                Kind.TRANSLATION,
                "DOK1_TIPS",
                Match.EQUALS,
                "IZDOMĀTS " + WORDS.incrementAndGet(),
                becomes);
    }

    private Outcome<UUID> proposed(RuleStep step, Rule rule, Actor by) {
        return Someone.as(
                by, () -> propose.run(new ProposeOldRule.Input(step, rule, "Iestādes vēstule (izdomāta)", "open"), by));
    }

    private Outcome<UUID> approved(UUID id, int version, Actor by) {
        return Someone.as(by, () -> approve.run(new ApproveOldRule.Input(id, version), by));
    }

    private Outcome<UUID> declined(UUID id, Actor by) {
        return Someone.as(by, () -> decline.run(new DeclineOldRule.Input(id, 0, "Cits kods"), by));
    }

    private Outcome<UUID> withdrawn(UUID id, Actor by) {
        return Someone.as(by, () -> withdraw.run(new WithdrawOldRule.Input(id, 0, "Kļūda"), by));
    }
}
