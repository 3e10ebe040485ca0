package lv.vmis.register.law;

import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.DatedRule;
import lv.vmis.register.reference.DatedRule.Worked;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes of the law on the real database. They begin long after today, so that no other test lives under them. */
@RegisterTest
class LawChangeTest {

    private static final AtomicInteger CHANGES = new AtomicInteger();

    private final ProposeLawChange propose;
    private final ApproveLawChange approve;
    private final DeclineLawChange decline;
    private final WithdrawLawChange withdraw;
    private final Proposals proposals;
    private final LawTrial trial;
    private final List<DatedRule> rules;
    private final LegalParameters parameters;
    private final Law law;
    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor steward = official("parzine");
    private final Actor decider = official("pmlp.vaditajs");
    private final Actor inspector = official("inspektore");

    LawChangeTest(
            ProposeLawChange propose,
            ApproveLawChange approve,
            DeclineLawChange decline,
            WithdrawLawChange withdraw,
            Proposals proposals,
            LawTrial trial,
            List<DatedRule> rules,
            LegalParameters parameters,
            Law law,
            DecisionSamples samples,
            DetentionSamples detentions,
            JdbcClient jdbc,
            Clock clock) {
        this.propose = propose;
        this.approve = approve;
        this.decline = decline;
        this.withdraw = withdraw;
        this.proposals = proposals;
        this.trial = trial;
        this.rules = rules;
        this.parameters = parameters;
        this.law = law;
        this.samples = samples;
        this.detentions = detentions;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    /** What the trial says is what the register says once the change is approved: the same cases, the same dates, no other. */
    @ParameterizedTest
    @CsvSource({
        "departure.contest, contesting, 1",
        "removal.contest, contesting, 2",
        "departure.contest, contesting, 3",
        "detention.court.submission, detention-submission, 4",
        "decision.service, service, 5",
        "detention.court.submission, detention-submission, 6"
    })
    void the_trial_foretells_what_approval_does(String code, String key, int seed) {
        var random = new Random(seed);
        var from = later();
        var rule =
                rules.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
        var moved = new ArrayList<Runnable>();
        try {
            for (int i = 0; i < 6; i++) {
                // The first is of the day itself, the second of the day before.
                var event = from.plusDays(i == 0 ? 0 : i == 1 ? -1 : random.nextInt(-20, 20));
                moved.add(caseOf(key, code, event));
            }
            var was = parameters.get(code, from).value();
            var change = change(code, was == null ? 1 : was.intValueExact() + 1 + random.nextInt(20), from);
            var before = worked(rule, from);
            var id = done(proposed(change, steward));
            var foretold = samples.reading(() -> trial.of(change)).stream()
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow();
            assertThat(worked(rule, from)).as("a proposal changes nothing").isEqualTo(before);

            done(approved(id, 0, decider, from));

            var after = worked(rule, from);
            var expected = new HashMap<>(before);
            foretold.touched().forEach(one -> {
                assertThat(before).containsEntry(one.before().id(), one.before());
                expected.put(one.after().id(), one.after());
            });
            assertThat(after).isEqualTo(expected);
            assertThat(after.values())
                    .filteredOn(one -> one.event().isBefore(from))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one).isEqualTo(before.get(one.id())));
            assertThat(foretold.touched())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.before().event()).isAfterOrEqualTo(from));
            assertThat(foretold.earlierTouched()).isZero();
            assertThat(foretold.open()).isEqualTo(before.size());
            assertThat(foretold.earlier())
                    .isEqualTo(before.values().stream()
                            .filter(one -> one.event().isBefore(from))
                            .count());
        } finally {
            moved.forEach(Runnable::run);
        }
    }

    @Test
    void a_change_is_refused_that_no_law_allows() {
        assertThat(refusals(proposed(change("removal.photos", 5, today.minusDays(1)), steward, today)))
                .containsExactly("BACKWARDS");
        var from = later();
        assertThat(refusals(proposed(change("removal.nothing", 5, from), steward)))
                .containsExactly("NOTHING_TO_CHANGE");
        var same = parameters.count("removal.photos", from);
        assertThat(refusals(proposed(change("removal.photos", same, from), steward)))
                .containsExactly("SAME_VALUE");
        var id = done(proposed(change("removal.photos", 90, from), steward));
        assertThat(refusals(proposed(change("removal.photos", 91, from.plusDays(40)), decider)))
                .containsExactly("ONE_WAITS");
        assertThat(refusals(approved(id, 0, steward, from))).containsExactly("FOUR_EYES");
        assertThat(refusals(approved(id, 1, decider, from))).containsExactly("CHANGED_MEANWHILE");
        assertThat(refusals(approved(id, 0, decider, from.plusDays(1)))).containsExactly("DAY_PASSED");
        assertThat(refusals(approved(UUID.randomUUID(), 0, decider, from))).containsExactly("CHANGE_UNKNOWN");
        assertThat(refusals(declined(id, steward))).containsExactly("FOUR_EYES");
        assertThat(refusals(withdrawn(id, decider))).containsExactly("NOT_YOURS");
        done(declined(id, decider));
        assertThat(refusals(withdrawn(id, steward))).containsExactly("ALREADY_ANSWERED");
        assertThat(parameters.find("removal.photos", from))
                .get()
                .satisfies(row -> assertThat(row.value()).isEqualByComparingTo(BigDecimal.valueOf(same)));
        assertThat(samples.entries(id, DeclineLawChange.class)).isOne();
        assertThat(samples.entries(id, ApproveLawChange.class)).isZero();
    }

    @Test
    void who_proposed_may_withdraw_and_propose_anew() {
        var from = later();
        var id = done(proposed(change("removal.allowance", 77, from), steward));
        done(withdrawn(id, steward));
        var next = done(proposed(change("removal.allowance", 78, from), steward));
        done(approved(next, 0, decider, from));
        assertThat(refusals(approved(next, 1, decider, from))).containsExactly("ALREADY_ANSWERED");
        assertThat(parameters.euros("removal.allowance", from)).isEqualByComparingTo("78");
        assertThat(parameters.euros("removal.allowance", from.minusDays(1))).isNotEqualByComparingTo("78");
        assertThat(samples.reading(() -> proposals.find(id)).orElseThrow().answerReason())
                .isEqualTo("Kļūda");
        assertThat(samples.entries(next, ApproveLawChange.class)).isOne();
    }

    @Test
    void two_who_approve_at_once_change_the_law_once() throws Exception {
        var from = later();
        var id = done(proposed(change("data_subject.reply", 5, from), steward));
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Outcome<UUID>> approving = () -> approved(id, 0, decider, from);
            assertThat(both.invokeAll(List.of(approving, approving)).stream()
                            .map(future -> refusals(future.resultNow()))
                            .toList())
                    .containsExactlyInAnyOrder(List.of(), List.of("ALREADY_ANSWERED"));
        }
        assertThat(rows("data_subject.reply", from)).isOne();
        assertThat(samples.entries(id, ApproveLawChange.class)).isOne();
    }

    @Test
    void of_two_proposals_at_once_one_waits() throws Exception {
        var from = later();
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Outcome<UUID>> one = () -> proposed(change("data_subject.extension", 5, from), steward);
            Callable<Outcome<UUID>> other = () -> proposed(change("data_subject.extension", 6, from), steward);
            assertThat(both.invokeAll(List.of(one, other)).stream()
                            .map(future -> refusals(future.resultNow()))
                            .toList())
                    .containsExactlyInAnyOrder(List.of(), List.of("ONE_WAITS"));
        }
    }

    /** The database keeps each rule by its name, whatever a program forgets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update legal_parameter set value = 99 where code = 'minor.age' | legal_parameter_keeps_its_past",
                "update legal_parameter set valid_from = valid_from - 1 where code = 'minor.age' | legal_parameter_keeps_its_past",
                "update legal_parameter set valid_to = date '2030-01-01' where code = 'minor.age' | legal_parameter_by_approved_change",
                "insert into legal_parameter select 'new.code', value, value_text, unit, text_lv, text_en, law, sort, valid_from, valid_to, certainty, source, law_en from legal_parameter where code = 'minor.age' | legal_parameter_by_approved_change",
                "update legal_basis set text_lv = 'Cits' where code = 'IL2002-41-1' | legal_basis_keeps_its_past",
                "update legal_basis set valid_to = date '2030-01-01' where code = 'IL2002-41-1' | legal_basis_by_approved_change",
                "insert into law_change (id, kind, code, value, unit, valid_from, source, certainty, proposed_by, proposed_at) values (gen_random_uuid(), 'VALUE', 'x', 1.5, 'days', '2030-01-01', 's', 'open', gen_random_uuid(), '2029-01-01Z') | law_change_value_fits_unit",
                "insert into law_change (id, kind, code, value, unit, valid_from, source, certainty, proposed_by, proposed_at) values (gen_random_uuid(), 'VALUE', 'x', 1, 'days', '2028-12-31', 's', 'open', gen_random_uuid(), '2029-01-01Z') | law_change_not_backwards",
                "insert into law_change (id, kind, code, value, unit, valid_from, source, certainty, proposed_by, proposed_at, answer, answered_by, answered_at) values (gen_random_uuid(), 'VALUE', 'x', 1, 'days', '2030-01-01', 's', 'open', '00000000-0000-0000-0000-000000000001', '2029-01-01Z', 'APPROVED', '00000000-0000-0000-0000-000000000001', '2029-01-01Z') | law_change_four_eyes",
                "insert into law_change (id, kind, code, value, unit, valid_from, source, certainty, proposed_by, proposed_at, answer, answered_by, answered_at) values (gen_random_uuid(), 'VALUE', 'x', 1, 'days', '2030-01-01', 's', 'open', gen_random_uuid(), '2029-01-01Z', 'APPROVED', gen_random_uuid(), '2030-01-02Z') | law_change_approved_in_time",
                "insert into law_change (id, kind, code, value, unit, valid_from, source, certainty, proposed_by, proposed_at, answer, answered_by, answered_at) values (gen_random_uuid(), 'VALUE', 'x', 1, 'days', '2030-01-01', 's', 'open', gen_random_uuid(), '2029-01-01Z', 'DECLINED', gen_random_uuid(), '2029-01-01Z') | law_change_refusal_has_reason"
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
    void what_was_proposed_is_not_rewritten() {
        var id = done(proposed(change("court.appeal", 44, later()), steward));
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("update law_change set value = 45 where id = :id")
                        .param("id", id)
                        .update()))
                .rootCause()
                .hasMessageContaining("rewritten");
        done(withdrawn(id, steward));
    }

    private Map<UUID, Worked> worked(DatedRule rule, LocalDate day) {
        var all = new HashMap<UUID, Worked>();
        samples.reading(() -> rule.under(law, day)).forEach(one -> all.put(one.id(), one));
        return all;
    }

    /** A case of the rule with its event on the day; what it answers puts the case back. */
    private Runnable caseOf(String key, String code, LocalDate event) {
        var vrs = official("vrs.vaditajs");
        return switch (key) {
            case "contesting" -> {
                var draft = code.startsWith("departure") ? order() : removal();
                var id = samples.served(draft, inspector, vrs);
                served(id, event);
                yield () -> served(id, today);
            }
            case "service" -> {
                var id = samples.signed(removal(), inspector, vrs).decision();
                signed(id, event);
                yield () -> signed(id, today);
            }
            default -> {
                var id = detentions.detained(samples.open(inspector), Duration.ofSeconds(1), inspector);
                detained(id, event);
                yield () -> detained(id, today.minusDays(1));
            }
        };
    }

    private void served(UUID id, LocalDate day) {
        samples.reading(() -> jdbc.sql("update service set served_on = :day where decision_id = :id")
                .param("day", day)
                .param("id", id)
                .update());
    }

    private void signed(UUID id, LocalDate day) {
        samples.reading(() -> jdbc.sql("""
                        update return_case
                           set step_from = :day
                         where id = (select case_id from decision where id = :id)
                        """).param("day", day).param("id", id).update());
    }

    private void detained(UUID id, LocalDate day) {
        samples.reading(() -> {
            jdbc.sql("""
                            insert into detention_past (detention_id, version, person_id, detained_at, ground, unit,
                                                        circumstances, reason, corrected_by, corrected_at)
                            select id, version, person_id, detained_at, ground, unit, circumstances, 'Cita diena', entered_by,
                                   now()
                              from detention
                             where id = :id
                            """).param("id", id).update();
            return jdbc.sql("""
                            update detention
                               set detained_at = :at, entered_at = :at, version = version + 1
                             where id = :id
                            """).param("at", moment(day)).param("id", id).update();
        });
    }

    private static OffsetDateTime moment(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(RegisterClock.RIGA).toOffsetDateTime();
    }

    private int rows(String code, LocalDate from) {
        return samples.reading(
                () -> jdbc.sql("select count(*) from legal_parameter where code = :code and valid_from = :from")
                        .param("code", code)
                        .param("from", from)
                        .query(Integer.class)
                        .single());
    }

    /** Later than the change before, than any day other tests ask about, and not beyond the parts of the journal there are. */
    private LocalDate later() {
        return today.plusMonths(16).plusDays(15L * CHANGES.incrementAndGet());
    }

    private static LawChange change(String code, int value, LocalDate from) {
        return new LawChange(code, BigDecimal.valueOf(value), null, from, "Grozījumi (izdomāti)", "open");
    }

    @Test
    void a_value_that_makes_no_sense_is_refused_and_the_database_holds_it_too() {
        var from = later();
        assertThat(refusals(proposed(change("removal.notice", 0, from), steward)))
                .containsExactly("VALUE_TOO_SMALL");
        assertThat(refusals(proposed(change("minor.age", 0, from), steward))).containsExactly("VALUE_TOO_SMALL");
        assertThat(refusals(proposed(change("detention.vrs.max", 4000, from), steward)))
                .containsExactly("VALUE_TOO_LARGE");
        assertThat(refusals(proposed(change("departure.term.max", 5, from), steward)))
                .containsExactly("VALUE_BELOW_OTHER");
        assertThat(refusals(proposed(change("ban.voluntary.min", 1500, from), steward)))
                .containsExactly("VALUE_ABOVE_OTHER");
        var bases = new LawChange("follow_up.bases.cancel", null, "R122-12,<b>x", from, "Grozījumi (izdomāti)", "open");
        assertThat(refusals(proposed(bases, steward))).containsExactly("CODE_UNKNOWN");

        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                                insert into law_change (id, code, value, unit, valid_from, source, certainty, proposed_by, proposed_at)
                                values (gen_random_uuid(), 'departure.term.max', 5, 'days', :from, 'x', 'open', :by, :at)
                                """)
                        .param("from", from)
                        .param("by", steward.account())
                        .param("at", moment(from.minusDays(3)))
                        .update()))
                .hasStackTraceContaining("the least of a pair of legal parameters is above the most");
    }

    @Test
    void every_parameter_has_its_bounds() {
        assertThat(samples.reading(() -> jdbc.sql("""
                                select distinct p.code from legal_parameter p
                                 where not exists (select 1 from legal_parameter_bound b where b.code = p.code)
                                """).query(String.class).list()))
                .isEmpty();
        assertThat(samples.reading(() -> jdbc.sql("""
                                select p.code from legal_parameter p
                                 cross join lateral law_value_mistake(p.code, p.value, p.value_text, p.valid_from) m
                                 where m.mistake is not null and p.valid_to is null
                                """).query(String.class).list()))
                .as("what is in force makes sense")
                .isEmpty();
    }

    private Outcome<UUID> proposed(LawChange change, Actor by) {
        return proposed(change, by, change.validFrom().minusDays(3));
    }

    private Outcome<UUID> proposed(LawChange change, Actor by, LocalDate day) {
        return on(day, by, () -> propose.run(new ProposeLawChange.Input(change), by));
    }

    private Outcome<UUID> approved(UUID id, int version, Actor by, LocalDate day) {
        return on(day, by, () -> approve.run(new ApproveLawChange.Input(id, version), by));
    }

    private Outcome<UUID> declined(UUID id, Actor by) {
        return Someone.as(by, () -> decline.run(new DeclineLawChange.Input(id, 0, "Nav izsludināts"), by));
    }

    private Outcome<UUID> withdrawn(UUID id, Actor by) {
        return Someone.as(by, () -> withdraw.run(new WithdrawLawChange.Input(id, 0, "Kļūda"), by));
    }

    private static <T> T on(LocalDate day, Actor by, Callable<T> work) {
        return Someone.as(by, () -> RegisterClock.at(moment(day).toInstant(), work));
    }
}
