package lv.vmis.register.decision;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lv.vmis.register.detention.ReleaseDetained;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegisterTest
class ConfirmDepartureTest {

    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final ReleaseDetained release;
    private final JdbcClient jdbc;
    private final ConfirmDeparture depart;
    private final Decisions decisions;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final PlannedBan latvia = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 36, null);

    ConfirmDepartureTest(
            DecisionSamples samples,
            DetentionSamples detentions,
            ReleaseDetained release,
            JdbcClient jdbc,
            ConfirmDeparture depart,
            Decisions decisions,
            Clock clock) {
        this.samples = samples;
        this.detentions = detentions;
        this.release = release;
        this.jdbc = jdbc;
        this.depart = depart;
        this.decisions = decisions;
        this.today = LocalDate.now(clock);
    }

    @Test
    void bans_run_from_the_departure() {
        var id = samples.served(order(latvia), inspector, decider);

        assertThat(samples.reading(() -> decisions.bans(id)).getFirst().fromDay())
                .isNull();
        done(run(id, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY"));

        var ban = samples.reading(() -> decisions.bans(id)).getFirst();
        assertThat(ban.fromDay()).isEqualTo(today);
        assertThat(ban.toDay()).isEqualTo(today.plusMonths(36));
        assertThat(samples.entries(id, ConfirmDeparture.class)).isEqualTo(1);
        assertThat(refusals(run(id, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY"))).containsExactly("ALREADY_DEPARTED");
    }

    @Test
    void nobody_leaves_under_a_decision_that_is_not_signed_or_not_served() {
        assertThat(refusals(run(samples.toSign(order(), inspector), today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY")))
                .containsExactly("NOT_SIGNED");
        var signed = samples.signed(order(), inspector, decider).decision();
        assertThat(refusals(run(signed, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY")))
                .containsExactly("NOT_SERVED");
        assertThat(refusals(run(UUID.randomUUID(), today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY")))
                .containsExactly("DECISION_UNKNOWN");
    }

    @Test
    void date_place_country_and_type_are_looked_at() {
        var id = samples.served(order(), inspector, decider);

        assertThat(refusals(run(id, today.minusDays(1), "NOWHERE", "LVA", "FORCED")))
                .containsExactly(
                        "DEPARTURE_BEFORE_SERVICE",
                        "CROSSING_POINT_CLOSED",
                        "DESTINATION_IS_LATVIA",
                        "RETURN_TYPE_NOT_FOR_KIND");
        assertThat(refusals(run(id, today, "LIDOSTA_RIGA", "XXX", "VOLUNTARY")))
                .containsExactly("DESTINATION_NO_COUNTRY");
        assertThat(refusals(run(id, today.plusDays(1), "LIDOSTA_RIGA", "QQQ", "NOT")))
                .containsExactly("DEPARTURE_IN_FUTURE", "COUNTRY_UNKNOWN", "RETURN_TYPE_NOT_IN_LIST");
    }

    @Test
    void nobody_has_left_who_is_in_another_member_or_schengen_state() {
        for (var draft : List.of(order(latvia), removal())) {
            var id = samples.served(draft, inspector, decider);
            for (var country : List.of("EST", "IRL", "NOR", "CHE", "LIE")) {
                assertThat(refusals(run(id, today, "LIDOSTA_RIGA", country, "VOLUNTARY")))
                        .as(country)
                        .containsExactly("DESTINATION_INSIDE");
            }
            assertThat(samples.reading(() -> decisions.find(id).orElseThrow()).departedOn())
                    .isNull();
            assertThat(refusals(run(id, today, "LIDOSTA_RIGA", "GBR", "VOLUNTARY")))
                    .isEmpty();
        }
    }

    @Test
    void a_citizen_of_the_union_may_go_to_a_member_state() {
        var id = samples.served(order(), inspector, decider);
        samples.reading(() -> jdbc.sql("""
                        insert into nationality (identity_id, country, type)
                        select i.id, 'EST', 'CITIZEN'
                          from decision d
                          join identity i on i.person_id = d.person_id and i.kind = 'PRIMARY'
                         where d.id = :id
                        """).param("id", id).update());

        assertThat(refusals(run(id, today, "LIDOSTA_RIGA", "EST", "VOLUNTARY"))).isEmpty();
    }

    @Test
    void force_goes_with_a_removal_only() {
        var id = samples.served(removal(), inspector, decider);

        assertThat(refusals(run(id, today, "LIDOSTA_RIGA", "UZB", "COURT")))
                .containsExactly("RETURN_TYPE_NOT_FOR_KIND");
        samples.ready(id);
        assertThat(refusals(run(id, today, "LIDOSTA_RIGA", "UZB", "FORCED_ESCORTED")))
                .containsExactly("SAFEGUARDS_OPEN", "TIME_MISSING");
        samples.assessed(samples.reading(() -> decisions.find(id).orElseThrow()).caseId(), inspector);
        assertThat(refusals(run(samples.forced(id, "FORCED_ESCORTED")))).isEmpty();
    }

    @Test
    void nobody_leaves_who_is_held_until_his_release_is_entered() {
        var found = detentions.found(2, inspector);
        var detention = detentions.detained(found, Duration.ofDays(1), inspector);
        var id = samples.served(found, removal(), inspector, decider);

        assertThat(refusals(run(id, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY"))).containsExactly("PERSON_HELD");
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("""
                                insert into departure (id, case_id, decision_id, person_id, departed_on, crossing_point,
                                                       destination, return_type, source, note, confirmed_by, confirmed_at)
                                select gen_random_uuid(), case_id, id, person_id, :day, 'LIDOSTA_RIGA', 'UZB', 'VOLUNTARY',
                                       'VRS', 'Zīmogs', prepared_by, now()
                                  from decision
                                 where id = :id
                                """).param("id", id).param("day", today).update()))
                .hasStackTraceContaining("nobody leaves who is held");
        var input = new ReleaseDetained.Input(detention, 0, Instant.now(), "LEFT", null);
        as(inspector, () -> done(release.run(input, inspector)));
        assertThat(refusals(run(id, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY"))).isEmpty();
    }

    @Test
    void two_officials_at_once_confirm_one_departure() throws Exception {
        var id = samples.served(order(latvia), inspector, decider);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var runs = IntStream.range(0, 4)
                    .mapToObj(_ -> pool.submit(() -> refusals(run(id, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY"))))
                    .toList();
            var all = new java.util.ArrayList<String>();
            for (var run : runs) {
                all.addAll(run.get());
            }
            assertThat(all).hasSize(3).containsOnly("ALREADY_DEPARTED");
        }
    }

    private Outcome<UUID> run(UUID id, LocalDate on, String point, String country, String type) {
        return run(new ConfirmDeparture.Input(id, on, point, country, type, "Zīmogs"));
    }

    private Outcome<UUID> run(ConfirmDeparture.Input in) {
        return as(inspector, () -> depart.run(in, inspector));
    }
}
