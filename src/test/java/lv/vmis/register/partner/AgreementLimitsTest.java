package lv.vmis.register.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;

/** What an agreement allows holds from the next call on, and for all processes together. */
@RegisterTest
class AgreementLimitsTest {

    private final MockMvcTester mvc;
    private final Agreements agreements;
    private final AgreementSamples made;
    private final PlatformTransactionManager transactions;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final Clock clock;

    AgreementLimitsTest(
            MockMvcTester mvc,
            Agreements agreements,
            AgreementSamples made,
            PlatformTransactionManager transactions,
            DecisionSamples samples,
            JdbcClient jdbc,
            Clock clock) {
        this.mvc = mvc;
        this.agreements = agreements;
        this.made = made;
        this.transactions = transactions;
        this.samples = samples;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private String agreement() {
        return made.agreed(AgreementSamples.terms(LocalDate.now(clock), "CRIMINAL", "BORDER_CHECK"));
    }

    private void limit(String number, String what, String value) {
        var terms = AgreementSamples.terms(LocalDate.now(clock), "CRIMINAL", "BORDER_CHECK");
        var opens = what.equals("hours") ? LocalTime.parse(value) : null;
        if (what.equals("suspended")) {
            made.suspend(number);
            return;
        }
        made.change(
                number,
                new Terms(
                        terms.legalBasis(),
                        terms.signedOn(),
                        terms.ways(),
                        terms.services(),
                        terms.attributes(),
                        terms.purposes(),
                        what.equals("per_minute") ? Integer.valueOf(value) : null,
                        what.equals("per_day") ? Integer.valueOf(value) : null,
                        opens,
                        opens == null ? null : opens.plusMinutes(1),
                        what.equals("networks") ? List.of(value) : List.of(),
                        terms.validFrom(),
                        null,
                        null,
                        terms.contact()));
    }

    private MvcTestResult access(String number, String purpose) {
        return mvc.get()
                .uri("/api/v1/access")
                .headers(set -> headers(number, purpose).forEach(set::set))
                .exchange();
    }

    private static Map<String, String> headers(String number, String purpose) {
        return Map.of(
                "Authorization",
                "Bearer key of " + number,
                "X-Register-Permission",
                number,
                "X-Register-Purpose",
                purpose,
                "X-Register-Case",
                "1");
    }

    private int status(String number) {
        return access(number, "CRIMINAL").getResponse().getStatus();
    }

    private int asked(String number) {
        return samples.reading(
                () -> jdbc.sql("select coalesce(sum(questions), 0) from agreement_use where agreement = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single());
    }

    @ParameterizedTest
    @CsvSource({
        "per_day, 2, 429, day-used-up",
        "networks, 10.0.0.0/8, 403, network-other",
        "networks, 127.0.0.0/8, 204, ",
        "suspended, now, 403, agreement-suspended"
    })
    void a_limit_holds_from_the_next_call_on(String column, String value, int status, String code) {
        var number = agreement();
        assertThat(status(number)).isEqualTo(204);
        assertThat(status(number)).isEqualTo(204);
        limit(number, column, value);
        var answer = access(number, "CRIMINAL");
        assertThat(answer).hasStatus(status);
        if (code != null) {
            assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:vmis:register:problem:" + code);
        }
    }

    @Test
    void it_asks_within_its_hours_only() {
        var number = agreement();
        var now = clock.instant().atZone(RegisterClock.RIGA).toLocalTime();
        limit(
                number,
                "hours",
                now.plusHours(now.getHour() < 12 ? 3 : -3)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        assertThat(access(number, "CRIMINAL"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:vmis:register:problem:outside-hours");
    }

    @Test
    void a_minute_that_is_used_up_says_when_to_come_again() {
        var number = agreement();
        limit(number, "per_minute", "1");
        // A new minute may begin between two calls.
        var answers = new ArrayList<MvcTestResult>();
        for (int i = 0; i < 3; i++) {
            answers.add(access(number, "CRIMINAL"));
        }
        var refused = answers.stream()
                .filter(answer -> answer.getResponse().getStatus() == 429)
                .toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(Integer.parseInt(String.valueOf(answer.getResponse().getHeader("Retry-After"))))
                    .isBetween(1, 60);
            assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:vmis:register:problem:too-fast");
        });
    }

    /** Two counters stand for two processes. */
    @Test
    void two_processes_hold_one_limit_together() throws Exception {
        var number = agreement();
        limit(number, "per_day", "100");
        var client = samples.reading(() -> agreements.byKey("key of " + number, LocalDate.now(clock)))
                .orElseThrow();
        var one = new UseCounter(jdbc, transactions);
        var other = new UseCounter(jdbc, transactions);
        try (var pool = Executors.newFixedThreadPool(16)) {
            var asking = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 300; i++) {
                var counter = i % 2 == 0 ? one : other;
                var purpose = i % 3 == 0 ? "CRIMINAL" : "BORDER_CHECK";
                asking.add(
                        () -> counter.count(client, purpose, 1, clock.instant()).isEmpty());
            }
            int letIn = 0;
            for (var answer : pool.invokeAll(asking)) {
                letIn += answer.get() ? 1 : 0;
            }
            assertThat(letIn).isEqualTo(100);
            assertThat(asked(number)).isEqualTo(100);
        } finally {
            one.destroy();
            other.destroy();
        }
    }

    /** Two doors on counters of their own stand for two processes; the new terms and the suspension come from elsewhere. */
    @Test
    void what_is_agreed_holds_in_every_process_from_the_next_call_on() {
        var number = agreement();
        var today = LocalDate.now(clock);
        var one = new UseCounter(jdbc, transactions);
        var other = new UseCounter(jdbc, transactions);
        try {
            var doors = List.of(new Agreements(jdbc, one), new Agreements(jdbc, other));
            assertThat(doors)
                    .allSatisfy(door -> assertThat(door.byKey("key of " + number, today.plusDays(1))
                                    .orElseThrow()
                                    .inForce())
                            .isTrue());
            made.change(number, lastDay(today));
            assertThat(doors).allSatisfy(door -> {
                assertThat(door.byKey("key of " + number, today).orElseThrow().inForce())
                        .isTrue();
                assertThat(door.byKey("key of " + number, today.plusDays(1))
                                .orElseThrow()
                                .inForce())
                        .isFalse();
            });
            made.suspend(number);
            assertThat(doors)
                    .allSatisfy(door -> assertThat(door.byKey("key of " + number, today)
                                    .orElseThrow()
                                    .suspended())
                            .isTrue());
        } finally {
            one.destroy();
            other.destroy();
        }
    }

    private static Terms lastDay(LocalDate day) {
        var terms = AgreementSamples.terms(day, "CRIMINAL");
        return new Terms(
                terms.legalBasis(),
                null,
                terms.ways(),
                terms.services(),
                terms.attributes(),
                terms.purposes(),
                null,
                null,
                null,
                null,
                List.of(),
                day,
                day,
                null,
                null);
    }

    @Test
    void each_check_of_many_counts() {
        var number = agreement();
        limit(number, "per_day", "5");
        assertThat(many(number, 4)).isEqualTo(200);
        assertThat(asked(number)).isEqualTo(4);
        assertThat(many(number, 2)).isEqualTo(429);
        assertThat(asked(number)).isEqualTo(5);
    }

    private int many(String number, int checks) {
        var one = "{\"document\": {\"number\": \"Z1\"}, \"nationality\": \"VNM\", \"birthDate\": \"1990-03-12\"}";
        return mvc.post()
                .uri("/api/v1/checks/batch")
                .headers(set -> headers(number, "CRIMINAL").forEach(set::set))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"checks\": [" + String.join(",", java.util.Collections.nCopies(checks, one)) + "]}")
                .exchange()
                .getResponse()
                .getStatus();
    }
}
