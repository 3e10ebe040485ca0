package lv.vmis.register.safeguard;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Code;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.remedy.RemedyResult;
import lv.vmis.register.remedy.ResolveRemedy;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.safeguard.AssessSafeguards.Answer;
import lv.vmis.register.safeguard.AssessSafeguards.Input;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be assessed before somebody is removed by force, and that there is no way around it. */
@RegisterTest
class AssessSafeguardsTest {

    private static final int VALID = 30;

    private final DecisionSamples samples;
    private final AssessSafeguards assess;
    private final Safeguards safeguards;
    private final SignDecision sign;
    private final ServeDecision serve;
    private final ConfirmDeparture depart;
    private final FileRemedy file;
    private final ResolveRemedy resolve;
    private final JdbcClient jdbc;
    private final List<String> questions;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    AssessSafeguardsTest(
            DecisionSamples samples,
            AssessSafeguards assess,
            Safeguards safeguards,
            SignDecision sign,
            ServeDecision serve,
            ConfirmDeparture depart,
            FileRemedy file,
            ResolveRemedy resolve,
            Codes codes,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.assess = assess;
        this.safeguards = safeguards;
        this.sign = sign;
        this.serve = serve;
        this.depart = depart;
        this.file = file;
        this.resolve = resolve;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
        this.questions =
                codes.inForce("safeguard", today).stream().map(Code::code).toList();
    }

    /** How a question may have been answered before the removal. */
    private enum Past {
        NEVER(false),
        CLEAR(true),
        CLEAR_ON_THE_LAST_DAY(true),
        TOO_OLD(false),
        PREVENTS(false),
        PREVENTED_ONCE(true),
        PREVENTS_AGAIN(false);

        private final boolean letsGo;

        Past(boolean letsGo) {
            this.letsGo = letsGo;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORCED", "FORCED_ESCORTED", "READMISSION"})
    void nobody_is_removed_while_one_question_is_open(String returnType) {
        var random = new Random(returnType.hashCode());
        for (var i = 0; i < 8; i++) {
            var opened = opened();
            var decision = served(opened);
            // One question at most is open, so that each of them shows that it counts.
            var odd = random.nextInt(questions.size());
            var past = Past.values()[random.nextInt(Past.values().length)];
            for (var question : questions) {
                answered(opened, question, questions.indexOf(question) == odd ? past : Past.CLEAR);
            }
            assertThat(refusals(leave(decision, returnType)))
                    .as("%s: %s", questions.get(odd), past)
                    .isEqualTo(past.letsGo ? List.of() : List.of("SAFEGUARDS_OPEN"));
        }
    }

    @Test
    void each_question_holds_a_removal_by_itself() {
        for (var open : questions) {
            var opened = opened();
            var decision = served(opened);
            questions.stream().filter(each -> !each.equals(open)).forEach(each -> answered(opened, each, Past.CLEAR));
            assertThat(leave(decision, "FORCED"))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.reasons().toString()).contains("SAFEGUARDS_OPEN"));
            assertThat(refusals(leave(decision, "VOLUNTARY"))).isEmpty();
        }
    }

    @Test
    void a_remedy_that_waits_is_not_said_to_prevent_nothing() {
        var opened = opened();
        var decision = served(opened);
        as(
                inspector,
                () -> done(file.run(
                        new FileRemedy.Input(decision, RemedyKind.CONTEST, today, "Tiesa", null, true, null),
                        inspector)));
        assertThat(refusals(remedyClear(opened, 0))).containsExactly("REMEDY_WAITS");
        var prevents = new Input(opened.caseId(), 0, today, List.of(new Answer("REMEDY", "PREVENTS", "Tiesa skata")));
        as(inspector, () -> done(assess.run(prevents, inspector)));
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("""
                        insert into safeguard (id, case_id, person_id, question, answer, evidence, assessed_on, unit, entered_by,
                                               entered_at)
                        select gen_random_uuid(), case_id, person_id, question, 'CLEAR', evidence, assessed_on, unit, entered_by,
                               entered_at
                          from safeguard
                         where case_id = :case
                        """).param("case", opened.caseId()).update()))
                .hasStackTraceContaining("a remedy that suspends the execution waits");
        var remedy = samples.reading(() -> jdbc.sql("select id from remedy where decision_id = :id")
                .param("id", decision)
                .query(UUID.class)
                .single());
        as(
                inspector,
                () -> done(resolve.run(
                        new ResolveRemedy.Input(remedy, 0, RemedyResult.REJECTED, today, null, null), inspector)));
        assertThat(refusals(remedyClear(opened, 1))).isEmpty();
    }

    private Outcome<UUID> remedyClear(EnterFinding.Opened opened, int seen) {
        var clear = new Input(opened.caseId(), seen, today, List.of(new Answer("REMEDY", "CLEAR", "Nav sūdzību")));
        return as(inspector, () -> assess.run(clear, inspector));
    }

    @Test
    void the_database_refuses_what_a_program_forgets() {
        var opened = opened();
        var decision = served(opened);
        assertThatThrownBy(() -> inserted(decision, "FORCED"))
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refused -> assertThat(refused.getServerErrorMessage())
                                .isNotNull()
                                .extracting(ServerErrorMessage::getConstraint)
                                .isEqualTo("departure_safeguards_clear"));
        samples.assessed(opened.caseId(), inspector);
        assertThat(inserted(decision, "FORCED")).isEqualTo(1);
    }

    @Test
    void no_answer_is_good_when_nothing_says_for_how_long() {
        var opened = samples.open(inspector);
        samples.assessed(opened.caseId(), inspector);
        var standing = samples.reading(() -> {
            // As a migration could end it; taken back before anybody else sees it.
            jdbc.sql("savepoint lawful").update();
            jdbc.sql("select set_config('register.actor', 'migration', true)")
                    .query(String.class)
                    .single();
            jdbc.sql("update legal_parameter set valid_to = :day where code = 'safeguard.valid' and valid_from <= :day")
                    .param("day", today.minusDays(1))
                    .update();
            var found = safeguards.on(opened.caseId(), today);
            jdbc.sql("rollback to savepoint lawful").update();
            return found;
        });
        assertThat(standing).hasSameSizeAs(questions).noneMatch(Assessed::isClear);
        assertThat(samples.reading(() -> safeguards.on(opened.caseId(), today))).allMatch(Assessed::isClear);
    }

    @Test
    void what_somebody_else_answered_meanwhile_is_read_first() {
        var opened = opened();
        var mine = new Input(opened.caseId(), 0, today, List.of(new Answer("HEALTH", "CLEAR", "Ārsta izziņa")));
        var others = new Input(opened.caseId(), 0, today, List.of(new Answer("HEALTH", "PREVENTS", "Operācija")));
        done(run(others));
        assertThat(refusals(run(mine))).containsExactly("ANSWERED_MEANWHILE");
        done(run(new Input(opened.caseId(), 1, today, mine.answers())));
        assertThat(samples.reading(() -> safeguards.of(opened.caseId())))
                .extracting(Safeguard::answer)
                .containsExactly("CLEAR", "PREVENTS");
        assertThat(samples.entries(opened.caseId(), AssessSafeguards.class)).isEqualTo(2);
    }

    @Test
    void an_assessment_is_looked_at() {
        var opened = samples.open(inspector);
        var health = List.of(new Answer("HEALTH", "CLEAR", "Ārsta izziņa"));
        assertThat(refusals(run(new Input(UUID.randomUUID(), 0, today, health))))
                .containsExactly("CASE_UNKNOWN");
        assertThat(refusals(run(new Input(opened.caseId(), 0, today, List.of()))))
                .containsExactly("NOTHING_ANSWERED");
        assertThat(refusals(run(new Input(opened.caseId(), 0, today.minusDays(1), health))))
                .containsExactly("BEFORE_CASE");
        assertThat(refusals(run(new Input(
                        opened.caseId(),
                        0,
                        today.plusDays(1),
                        List.of(new Answer("LUCK", "CLEAR", "–"), new Answer("HEALTH", "MAYBE", "–"))))))
                .containsExactly("IN_FUTURE", "NOT_IN_LIST", "NOT_IN_LIST");
    }

    private void answered(EnterFinding.Opened opened, String question, Past past) {
        var answers = switch (past) {
            case NEVER -> List.<String>of();
            case CLEAR -> List.of("0 CLEAR");
            case CLEAR_ON_THE_LAST_DAY -> List.of(VALID + " CLEAR");
            case TOO_OLD -> List.of(VALID + 1 + " CLEAR");
            case PREVENTS -> List.of("0 PREVENTS");
            case PREVENTED_ONCE -> List.of("3 PREVENTS", "2 CLEAR");
            case PREVENTS_AGAIN -> List.of("3 CLEAR", "3 PREVENTS");
        };
        for (var answer : answers) {
            var parts = answer.split(" ", 2);
            var seen = samples.reading(() -> safeguards.of(opened.caseId()).size());
            done(run(new Input(
                    opened.caseId(),
                    seen,
                    today.minusDays(Integer.parseInt(parts[0])),
                    List.of(new Answer(question, parts[1], "Lietas materiāli")))));
        }
    }

    /** A case that began long enough ago for an assessment to be too old. */
    private EnterFinding.Opened opened() {
        var opened = samples.open(inspector);
        samples.reading(() -> jdbc.sql("update return_case set opened_on = opened_on - 60 where id = :id")
                .param("id", opened.caseId())
                .update());
        return opened;
    }

    private UUID served(EnterFinding.Opened opened) {
        var decision = samples.toSign(opened, removal(), inspector);
        as(decider, () -> done(sign.run(new SignDecision.Input(decision, 1), decider)));
        as(inspector, () -> done(serve.run(new ServeDecision.Input(decision, today, "SIGNED", "ru", null), inspector)));
        samples.ready(decision);
        return decision;
    }

    private Outcome<UUID> run(Input in) {
        return as(inspector, () -> assess.run(in, inspector));
    }

    private Outcome<UUID> leave(UUID decision, String returnType) {
        var left = returnType.equals("VOLUNTARY")
                ? new ConfirmDeparture.Input(decision, today, "LIDOSTA_RIGA", "UZB", returnType, "Zīmogs")
                : samples.forced(decision, returnType);
        return as(inspector, () -> depart.run(left, inspector));
    }

    private int inserted(UUID decision, String returnType) {
        return samples.reading(() -> jdbc.sql("""
                insert into departure (id, case_id, decision_id, person_id, departed_on, departed_at, crossing_point, destination,
                                       return_type, source, note, confirmed_by, confirmed_at)
                select gen_random_uuid(), d.case_id, d.id, d.person_id, :day, now(), 'LIDOSTA_RIGA', 'UZB', :type, 'VRS', 'Zīmogs',
                       :by, now()
                  from decision d
                 where d.id = :decision
                """)
                .param("day", today)
                .param("type", returnType)
                .param("by", inspector.account())
                .param("decision", decision)
                .update());
    }
}
