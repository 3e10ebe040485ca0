package lv.vmis.register.removal;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a removal costs, who monitors it and how it travels, on the real database. */
@RegisterTest
class RemovalCostTest {

    private final DecisionSamples samples;
    private final NoteRemovalStep note;
    private final WithdrawRemovalStep withdraw;
    private final RemovalSteps steps;
    private final RemovalDesk desk;
    private final Purposes purposes;
    private final Countries countries;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor escort = official("konvojs");

    RemovalCostTest(
            DecisionSamples samples,
            NoteRemovalStep note,
            WithdrawRemovalStep withdraw,
            RemovalSteps steps,
            RemovalDesk desk,
            Purposes purposes,
            Countries countries,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.note = note;
        this.withdraw = withdraw;
        this.steps = steps;
        this.desk = desk;
        this.purposes = purposes;
        this.countries = countries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void costs_are_summed_by_kind_and_in_all_without_what_was_withdrawn() {
        var first = samples.served(removal(), inspector, decider);
        var second = samples.served(removal(), inspector, decider);
        samples.reading(() ->
                jdbc.sql("""
                        update return_case set group_id = :first
                         where id in (select case_id from decision where id in (:first, :second))
                        """).param("first", first).param("second", second).update());
        done(cost(first, List.of(second), 0, "TRANSPORT", "240.50"));
        done(cost(first, List.of(), 1, "TRANSPORT", "0.70"));
        done(cost(first, List.of(), 2, "MEDICAL", "35.00"));
        done(cost(first, List.of(), 3, "OTHER", "999.99"));
        var mistake = new WithdrawRemovalStep.Input(first, 4, 4, "Cita persona");
        as(escort, () -> done(withdraw.run(mistake, escort)));
        var file = opened(first);
        assertThat(file.costs())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("TRANSPORT", new BigDecimal("241.20"), "MEDICAL", new BigDecimal("35.00")));
        assertThat(file.cost()).isEqualByComparingTo("276.20");
        assertThat(opened(second).cost()).isEqualByComparingTo("240.50");
    }

    @Test
    void what_it_cost_is_noted_also_after_the_person_has_left() {
        var id = samples.departed(removal(), inspector, decider);
        assertThat(refusals(run(step(id, StepKind.TRANSPORT_BOOKED, "FLIGHT", null, null))))
                .containsExactly("HAS_LEFT");
        done(cost(id, List.of(), 0, "ESCORT", "12.00"));
        assertThat(opened(id).cost()).isEqualByComparingTo("12.00");
        assertThat(opened(id).kinds()).containsExactly(StepKind.MONITORED, StepKind.COST);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "–", delimiter = '|', textBlock = """
            240,50     | 240.50
            240.50     | 240.50
            1 240      | 1240.00
            0,01       | 0.01
            0          | –
            0,00       | –
            -5         | –
            12,5       | –
            1.240,50   | –
            daudz      | –
            10000000   | –
            """)
    void an_amount_is_read_to_the_cent(String typed, @Nullable String read) {
        var form = new RemovalStepForm(
                UUID.randomUUID(),
                null,
                "0",
                "1.11.2026",
                "9.40",
                "OTHER",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                typed,
                null,
                null,
                null,
                null,
                null);
        var outcome = form.parse(UUID.randomUUID(), StepKind.COST, countries, LocalDate.of(2026, 11, 27));
        if (read == null) {
            assertThat(refusals(outcome)).containsExactly("NOT_AN_AMOUNT");
        } else {
            assertThat(done(outcome).amount()).isEqualTo(new BigDecimal(read));
        }
    }

    @Test
    void a_monitor_of_another_body_and_a_journey_are_told_whole() {
        var id = samples.served(removal(), inspector, decider);
        var input = step(id, StepKind.MONITORED, "OTHER", null, null);
        assertThat(refusals(run(input))).containsExactly("BODY_NOT_NAMED");
        done(run(step(id, StepKind.MONITORED, "OTHER", "Sarkanais Krusts", null)));
        var past = new NoteRemovalStep.Trip("Rīga", "Taškenta", clock.instant().minus(Duration.ofDays(1)));
        assertThat(refusals(run(step(id, StepKind.TRANSPORT_BOOKED, "FLIGHT", null, past))))
                .containsExactly("DEPARTS_BEFORE");
        var trip = new NoteRemovalStep.Trip("Rīga", "Taškenta", clock.instant().plus(Duration.ofDays(1)));
        done(run(step(id, StepKind.TRANSPORT_BOOKED, "FLIGHT", null, trip)));
        assertThat(samples.reading(() -> steps.of(id)))
                .satisfiesExactly(
                        monitored -> assertThat(monitored.present()).isFalse(),
                        booked -> assertThat(booked.toPlace()).isEqualTo("Taškenta"));
    }

    private RemovalFile opened(UUID decision) {
        return as(escort, () -> {
            var person = samples.reading(() -> jdbc.sql("select person_id from decision where id = :id")
                    .param("id", decision)
                    .query(UUID.class)
                    .single());
            purposes.state(escort, new Purpose("FINDING", "Izraidīšana", null), new PersonId(person));
            return desk.open(decision, escort);
        });
    }

    private NoteRemovalStep.Input step(
            UUID decision, StepKind kind, String outcome, @Nullable String words, NoteRemovalStep.@Nullable Trip trip) {
        var isMonitored = kind == StepKind.MONITORED;
        return new NoteRemovalStep.Input(
                decision,
                List.of(),
                RemovalStep.seen(samples.reading(() -> steps.history(decision))),
                kind,
                clock.instant(),
                outcome,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                words,
                isMonitored ? "I. Kalniņa" : null,
                isMonitored ? Boolean.FALSE : null,
                null,
                trip);
    }

    private Outcome<UUID> cost(UUID decision, List<UUID> also, int seen, String kind, String amount) {
        return run(new NoteRemovalStep.Input(
                decision,
                also,
                seen,
                StepKind.COST,
                clock.instant(),
                kind,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal(amount),
                null));
    }

    private Outcome<UUID> run(NoteRemovalStep.Input input) {
        return as(escort, () -> note.run(input, escort));
    }
}
