package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import lv.vmis.register.detention.Detentions;
import lv.vmis.register.detention.ReleaseDetained;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.returns.CloseCase;
import lv.vmis.register.returns.ClosingReason;
import lv.vmis.register.returns.HandOver;
import lv.vmis.register.returns.ReopenCase;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a departure can be true of: its day, its case, who told of it, and who is held. */
@RegisterTest
class DepartureTruthTest {

    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final Detentions held;
    private final ReleaseDetained release;
    private final ConfirmDeparture depart;
    private final ServeDecision serve;
    private final CloseCase close;
    private final ReopenCase reopen;
    private final HandOver handOver;
    private final Departures departures;
    private final ToldExits exits;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    DepartureTruthTest(
            DecisionSamples samples,
            DetentionSamples detentions,
            Detentions held,
            ReleaseDetained release,
            ConfirmDeparture depart,
            ServeDecision serve,
            CloseCase close,
            ReopenCase reopen,
            HandOver handOver,
            Departures departures,
            ToldExits exits,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.detentions = detentions;
        this.held = held;
        this.release = release;
        this.depart = depart;
        this.serve = serve;
        this.close = close;
        this.reopen = reopen;
        this.handOver = handOver;
        this.departures = departures;
        this.exits = exits;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    @Test
    void nobody_leaves_before_the_decision_was_served() {
        var id = samples.served(order(), inspector, decider);
        samples.reading(() -> jdbc.sql("update decision set decided_on = decided_on - 5 where id = :id")
                .param("id", id)
                .update());
        assertThat(refusals(left(id, today.minusDays(1), "VOLUNTARY", "VRS", null)))
                .containsExactly("DEPARTURE_BEFORE_SERVICE");
        refuses("departure_not_before_service", () -> inserted(id, today.minusDays(1), "VOLUNTARY", "VRS", "Zīmogs"));
    }

    @Test
    void nobody_left_on_a_day_on_which_he_was_held() {
        var found = detentions.found(9, inspector);
        var detention = detentions.detained(found, Duration.ofDays(4), inspector);
        var id = samples.served(found, removal(), inspector, decider);
        back(id, 9);
        var ended =
                new ReleaseDetained.Input(detention, 0, clock.instant().minus(Duration.ofDays(2)), "TERM_ENDED", null);
        as(inspector, () -> done(release.run(ended, inspector)));
        for (var day : new int[] {3, 4}) {
            assertThat(refusals(left(id, today.minusDays(day), "VOLUNTARY", "VRS", "Zīmogs")))
                    .containsExactly("HELD_THEN");
            refuses(
                    "departure_nobody_held_then",
                    () -> inserted(id, today.minusDays(day), "VOLUNTARY", "VRS", "Zīmogs"));
        }
        assertThat(refusals(left(id, today.minusDays(1), "VOLUNTARY", "VRS", "Zīmogs")))
                .isEmpty();
    }

    @Test
    void nothing_happens_in_a_closed_case_until_it_is_taken_up_again() {
        var found = samples.open(inspector);
        var id = samples.signed(found, order(), inspector, decider).decision();
        var served = new ServeDecision.Input(id, today, "SIGNED", "ru", null);
        closed(found.caseId());
        assertThat(refusals(as(inspector, () -> serve.run(served, inspector)))).containsExactly("CASE_CLOSED");
        refuses(
                "service_in_open_case",
                () -> samples.reading(
                        () -> jdbc.sql("""
                        insert into service (decision_id, person_id, served_on, manner, language, served_by, noted_at)
                        select id, person_id, :day, 'SIGNED', 'ru', prepared_by, now() from decision where id = :id
                        """).param("id", id).param("day", today).update()));
        as(inspector, () -> done(reopen.run(new ReopenCase.Input(found.caseId(), "Atrasts"), inspector)));
        as(inspector, () -> done(serve.run(served, inspector)));
        closed(found.caseId());
        assertThat(refusals(left(id, today, "VOLUNTARY", "VRS", null))).containsExactly("CASE_CLOSED");
        refuses("return_case_is_open", () -> inserted(id, today, "VOLUNTARY", "VRS", "Zīmogs"));
        as(inspector, () -> done(reopen.run(new ReopenCase.Input(found.caseId(), "Atrasts"), inspector)));
        assertThat(refusals(left(id, today, "VOLUNTARY", "VRS", null))).isEmpty();
    }

    @Test
    void a_closed_case_is_not_handed_over() {
        var found = samples.open(inspector);
        closed(found.caseId());
        var in = new HandOver.Input(found.caseId(), 0, "8. punkts");
        assertThat(refusals(as(inspector, () -> handOver.run(in, inspector)))).containsExactly("CASE_CLOSED");
        refuses(
                "return_case_is_open",
                () -> samples.reading(() -> jdbc.sql("""
                        insert into handover (id, case_id, from_institution, to_institution, reason, handed_at, handed_by)
                        values (gen_random_uuid(), :case, 'VRS', 'PMLP', '8. punkts', now(), :by)
                        """)
                        .param("case", found.caseId())
                        .param("by", inspector.account())
                        .update()));
    }

    @Test
    void a_departure_says_who_told_of_it_and_how_it_is_proved() {
        var ordered = samples.served(order(), inspector, decider);
        assertThat(refusals(left(ordered, today, "VOLUNTARY", "HEARSAY", null)))
                .containsExactly("SOURCE_NOT_IN_LIST", "PROOF_MISSING");
        assertThat(refusals(left(ordered, today, "VOLUNTARY", "PERSON", null))).containsExactly("PROOF_MISSING");
        refuses("departure_by_himself_proved", () -> inserted(ordered, today, "VOLUNTARY", "PERSON", null));
        refuses("departure_source_given", () -> inserted(ordered, today, "VOLUNTARY", null, "Zīmogs"));
        refuses("departure_assistance_named", () -> inserted(ordered, today, "ASSISTED", "SMO", "Biļete"));
        assertThat(refusals(left(ordered, today, "ASSISTED", "SMO", "Biļete"))).containsExactly("ASSISTANCE_MISSING");
        assertThat(refusals(left(ordered, today, "VOLUNTARY", "VRS", null))).isEmpty();

        // Who was to be removed and went by himself: by the Border Guard's own word alone it is not proved.
        var removed = samples.served(removal(), inspector, decider);
        assertThat(refusals(left(removed, today, "VOLUNTARY", "VRS", null))).containsExactly("PROOF_MISSING");
        refuses("departure_by_himself_proved", () -> inserted(removed, today, "VOLUNTARY", "VRS", null));
        assertThat(refusals(left(removed, today, "VOLUNTARY", "CARRIER", "Reiss BT 442")))
                .isEmpty();
        assertThat(samples.reading(() -> departures.of(removed))).hasValueSatisfying(one -> {
            assertThat(one.source()).isEqualTo("CARRIER");
            assertThat(one.isByHimself()).isTrue();
        });
    }

    @Test
    void an_assisted_return_says_what_assistance_was_given() {
        var id = samples.served(order(), inspector, decider);
        var in = new ConfirmDeparture.Input(
                id, today, null, "LIDOSTA_RIGA", "UZB", "ASSISTED", "SMO", "REINTEGRATION", null, "Biļete");
        as(inspector, () -> done(depart.run(in, inspector)));
        assertThat(samples.reading(() -> departures.of(id).orElseThrow()).assistance())
                .isEqualTo("REINTEGRATION");
    }

    @Test
    void nobody_departs_to_what_is_no_country() {
        var id = samples.served(order(), inspector, decider);
        refuses(
                "departure_to_a_country",
                () -> samples.reading(
                        () -> jdbc.sql("""
                        insert into departure (id, case_id, decision_id, person_id, departed_on, crossing_point, destination,
                                               return_type, source, confirmed_by, confirmed_at)
                        select gen_random_uuid(), case_id, id, person_id, :day, 'LIDOSTA_RIGA', 'XXX', 'VOLUNTARY', 'VRS',
                               prepared_by, now()
                          from decision
                         where id = :id
                        """).param("id", id).param("day", today).update()));
    }

    @Test
    void a_removal_by_force_ends_the_detention_at_that_moment() {
        var found = detentions.found(2, inspector);
        var detention = detentions.detained(found, Duration.ofDays(1), inspector);
        var id = samples.served(found, removal(), inspector, decider);
        samples.assessed(found.caseId(), inspector);
        samples.ready(id);

        var typed = new ReleaseDetained.Input(detention, 0, clock.instant(), "REMOVED", null);
        assertThat(refusals(as(inspector, () -> release.run(typed, inspector)))).containsExactly("RELEASED_BY_REMOVAL");
        refuses(
                "detention_ends_removed",
                () -> samples.reading(() -> jdbc.sql("""
                        update detention
                           set released_at = now(), release_reason = 'REMOVED', released_by = entered_by, release_noted_at = now(),
                               version = version + 1
                         where id = :id
                        """).param("id", detention).update()));

        var at = clock.instant();
        done(as(inspector, () -> depart.run(samples.forced(id, "FORCED_ESCORTED", at), inspector)));
        assertThat(samples.reading(() -> held.find(detention).orElseThrow())).satisfies(one -> {
            assertThat(one.releaseReason()).isEqualTo("REMOVED");
            assertThat(Duration.between(Objects.requireNonNull(one.releasedAt()), at))
                    .isLessThan(Duration.ofMillis(1));
        });
        assertThat(samples.entries(id, ConfirmDeparture.class)).isOne();
        assertThat(samples.entries(detention, ReleaseDetained.class)).isZero();
    }

    @Test
    void nobody_was_removed_before_he_was_detained() {
        var found = detentions.found(2, inspector);
        detentions.detained(found, Duration.ofMinutes(1), inspector);
        var id = samples.served(found, removal(), inspector, decider);
        samples.assessed(found.caseId(), inspector);
        samples.ready(id);
        var early = samples.forced(id, "FORCED", clock.instant().minus(Duration.ofMinutes(2)));
        assertThat(refusals(as(inspector, () -> depart.run(early, inspector)))).contains("MOVED_LATER");
    }

    @Test
    void where_another_state_saw_him_leave_the_form_begins_with_that() {
        var id = samples.served(order(), inspector, decider);
        samples.reading(() -> {
            jdbc.sql("""
                            insert into alert (id, person_id, category, decision_id, family_name, birth_date, reason, reference,
                                               action, with_ban, told_hash, state, state_at, ended_why)
                            select id, person_id, 'RETURN', id, 'Tester', '1990-05-23', 'REMOVAL', '1', 'RETURN', false, '',
                                   'WITHDRAWN', now(), 'OTHER_ALERT'
                              from decision
                             where id = :id
                            """).param("id", id).update();
            return jdbc.sql("""
                            insert into alert_notice (id, message, person_id, alert_id, kind, country, happened_on, place, has_left,
                                                      received_at)
                            select gen_random_uuid(), gen_random_uuid()::text, person_id, id, 'EXIT', 'DEU', :day, 'Frankfurt',
                                   true, now()
                              from decision
                             where id = :id
                            """).param("id", id).param("day", today).update();
        });
        assertThat(samples.reading(() -> exits.of(id))).hasValueSatisfying(told -> {
            assertThat(told.leftOn()).isEqualTo(today);
            assertThat(told.source()).isEqualTo("MEMBER_STATE");
            assertThat(told.country()).isEqualTo("DEU");
            assertThat(told.crossingPoint()).isEqualTo("CITA_DALIBVALSTS");
        });
    }

    private void closed(UUID caseId) {
        var in = new CloseCase.Input(caseId, ClosingReason.ABSCONDED, today, "Nav atrodams");
        as(inspector, () -> done(close.run(in, inspector)));
    }

    /** As if the decision had been taken and served so many days before. */
    private void back(UUID id, int days) {
        samples.reading(() -> {
            jdbc.sql("update decision set decided_on = decided_on - :days where id = :id")
                    .param("days", days)
                    .param("id", id)
                    .update();
            return jdbc.sql("update service set served_on = served_on - :days where decision_id = :id")
                    .param("days", days)
                    .param("id", id)
                    .update();
        });
    }

    private Outcome<UUID> left(UUID id, LocalDate on, String type, String source, @Nullable String proof) {
        var in = new ConfirmDeparture.Input(id, on, null, "LIDOSTA_RIGA", "UZB", type, source, null, null, proof);
        return as(inspector, () -> depart.run(in, inspector));
    }

    private int inserted(UUID id, LocalDate on, String type, @Nullable String source, @Nullable String proof) {
        return samples.reading(() -> jdbc.sql("""
                insert into departure (id, case_id, decision_id, person_id, departed_on, crossing_point, destination,
                                       return_type, source, note, confirmed_by, confirmed_at)
                select gen_random_uuid(), case_id, id, person_id, :day, 'LIDOSTA_RIGA', 'UZB', :type, :source, :note,
                       prepared_by, now()
                  from decision
                 where id = :id
                """)
                .param("id", id)
                .param("day", on)
                .param("type", type)
                .param("source", source, Types.VARCHAR)
                .param("note", proof, Types.VARCHAR)
                .update());
    }

    /** The database refuses it by itself, by the name of the constraint. */
    private static void refuses(String constraint, Callable<?> work) {
        assertThatThrownBy(work::call)
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        refused -> assertThat(refused.getServerErrorMessage())
                                .isNotNull()
                                .extracting(ServerErrorMessage::getConstraint)
                                .isEqualTo(constraint));
    }
}
