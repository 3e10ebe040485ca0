package lv.vmis.register.ban;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.WithdrawDeparture;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.person.PersonFile;
import lv.vmis.register.person.PersonPast;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register knew of bans at a moment does not change with what is entered later. */
@RegisterTest
class BanPastTest {

    private static final String BASIS = "IL2002-61-5-1";

    private final DecisionSamples samples;
    private final BanSamples own;
    private final BanPast past;
    private final PersonPast persons;
    private final ConfirmDeparture depart;
    private final WithdrawDeparture withdraw;
    private final Decisions decisions;
    private final PrepareFollowUp follow;
    private final SignFollowUp sign;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor vrs = official("vrs.vaditajs");
    private final Actor caseworker = official("lietvede");
    private final Actor pmlp = official("pmlp.vaditajs");

    BanPastTest(
            DecisionSamples samples,
            BanSamples own,
            BanPast past,
            PersonPast persons,
            ConfirmDeparture depart,
            WithdrawDeparture withdraw,
            Decisions decisions,
            PrepareFollowUp follow,
            SignFollowUp sign,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.own = own;
        this.past = past;
        this.persons = persons;
        this.depart = depart;
        this.withdraw = withdraw;
        this.decisions = decisions;
        this.follow = follow;
        this.sign = sign;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    /** Of the bans of the Border Guard for Latvia on this basis. */
    private long count(LocalDate day, Instant known, ToLongFunction<BanCount> which) {
        return samples.reading(() -> past.counts(day, known)).stream()
                .filter(count -> count.territory().equals("LV")
                        && count.decider().equals("VRS")
                        && count.legalBasis().equals(BASIS))
                .mapToLong(which)
                .sum();
    }

    /** Moments of the database have microseconds, and what follows is later. */
    private Instant moment() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        while (!clock.instant().isAfter(now.plusMillis(2))) {
            Thread.onSpinWait();
        }
        return now.plusMillis(1);
    }

    /** As if it had been decided and served so many days ago. */
    private void earlier(UUID decision, int days) {
        samples.reading(() -> {
            jdbc.sql(
                            "update service set served_on = served_on - :days, noted_at = noted_at - make_interval(days => :days) where decision_id = :id")
                    .param("days", days)
                    .param("id", decision)
                    .update();
            return jdbc.sql(
                            "update decision set decided_on = decided_on - :days, signed_at = signed_at - make_interval(days => :days) where id = :id")
                    .param("days", days)
                    .param("id", decision)
                    .update();
        });
    }

    private void departed(UUID decision, LocalDate day) {
        var in = new ConfirmDeparture.Input(decision, day, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", null);
        as(inspector, () -> done(depart.run(in, inspector)));
    }

    private UUID servedLongAgo() {
        var decision = samples.served(order(new PlannedBan(BanTerritory.LV, BASIS, 12, null)), inspector, vrs);
        earlier(decision, 30);
        return decision;
    }

    private void follow(UUID decision, @Nullable UUID ban, FollowUpKind kind, @Nullable Integer months) {
        var in = new PrepareFollowUp.Input(decision, ban, kind, "APL-86", today, null, months, "Apstākļi mainījušies.");
        var id = as(caseworker, () -> done(follow.run(in, caseworker)));
        as(pmlp, () -> done(sign.run(new SignFollowUp.Input(id, 0), pmlp)));
    }

    @Test
    void a_departure_entered_late_changes_only_what_is_known_now() {
        var decision = servedLongAgo();
        var day = today.minusDays(10);
        var before = moment();
        var known = count(day, before, BanCount::then);
        var earlier = count(today.minusDays(25), before, BanCount::now);

        departed(decision, today.minusDays(20));

        assertThat(count(day, before, BanCount::then)).isEqualTo(known);
        assertThat(count(day, before, BanCount::now)).isEqualTo(known + 1);
        assertThat(count(day, moment(), BanCount::then)).isEqualTo(known + 1);
        // On a day before the departure it was not in force, whatever is known.
        assertThat(count(today.minusDays(25), before, BanCount::now)).isEqualTo(earlier);
    }

    @Test
    void what_is_known_now_is_what_the_clock_of_bans_says() {
        departed(servedLongAgo(), today.minusDays(20));
        var counted = samples.reading(() -> past.counts(today, clock.instant())).stream()
                .mapToLong(BanCount::now)
                .sum();
        var running = samples.reading(() -> jdbc.sql(
                        "select count(*) from ban_clock where from_day <= :day and (to_day is null or to_day >= :day)")
                .param("day", today)
                .query(Long.class)
                .single());
        assertThat(counted).isEqualTo(running).isPositive();
    }

    @Test
    void a_ban_is_superseded_at_the_moments_at_which_a_later_one_outlasted_it() {
        var person = samples.withoutReturn(caseworker);
        var first = own.signed(person, caseworker, pmlp);
        var alone = moment();
        var second = own.signed(person, caseworker, pmlp);
        var number = samples.reading(() -> decisions.find(second)).orElseThrow().number();
        var both = moment();
        follow(second, null, FollowUpKind.CANCEL, null);

        assertThat(samples.reading(() -> persons.bans(person, alone)))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.shown()).isEqualTo("IN_FORCE"));
        assertThat(samples.reading(() -> persons.bans(person, both)))
                .extracting(PersonFile.BanRow::decisionId, PersonFile.BanRow::shown, PersonFile.BanRow::supersededBy)
                .containsExactly(
                        tuple(second, "IN_FORCE", null),
                        tuple(second, "IN_FORCE", null),
                        tuple(first, "SUPERSEDED", number),
                        tuple(first, "SUPERSEDED", number));
        assertThat(samples.reading(() -> persons.bans(person, moment())))
                .filteredOn(row -> row.decisionId().equals(first))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.shown()).isEqualTo("IN_FORCE"));
    }

    private List<BanChange> since(Instant moment, UUID decision) {
        return samples.reading(() -> past.since(moment, null, null, 10_000)).stream()
                .filter(change -> change.decisionId().equals(decision))
                .toList();
    }

    @Test
    void changes_are_paged_from_the_newest() {
        var start = moment();
        for (var i = 0; i < 4; i++) {
            own.signed(samples.withoutReturn(caseworker), caseworker, pmlp);
        }
        var all = samples.reading(() -> past.since(start, "LV", null, 10_000));
        var paged = new ArrayList<BanChange>();
        @Nullable UUID after = null;
        while (true) {
            var last = after;
            var some = samples.reading(() -> past.since(start, "LV", last, 3));
            if (some.isEmpty()) {
                break;
            }
            paged.addAll(some);
            after = some.getLast().id();
        }

        assertThat(paged).hasSizeGreaterThanOrEqualTo(4).isEqualTo(all);
        assertThat(all).isSortedAccordingTo(Comparator.comparing(BanChange::at).reversed());
    }

    @Test
    void changes_are_told_with_the_days_known_then_and_now() {
        var decision = servedLongAgo();
        var waiting = moment();
        departed(decision, today.minusDays(20));
        assertThat(since(waiting, decision)).singleElement().satisfies(change -> {
            assertThat(change.kinds()).containsExactly(BanChange.Kind.BEGUN);
            assertThat(change.known()).isTrue();
            assertThat(change.oldFrom()).isNull();
            assertThat(change.newFrom()).isEqualTo(today.minusDays(20));
            assertThat(change.newTo()).isEqualTo(today.minusDays(20).plusMonths(12));
        });
        assertThat(since(moment(), decision)).isEmpty();

        var start = moment();
        var set = own.signed(samples.withoutReturn(inspector), caseworker, pmlp);
        assertThat(since(start, set)).hasSize(2).allSatisfy(change -> {
            assertThat(change.kinds()).containsExactly(BanChange.Kind.SET);
            assertThat(change.known()).isFalse();
            assertThat(change.newTo()).isEqualTo(today.plusMonths(36));
        });
        var then = moment();
        var latvia = samples.reading(() -> jdbc.sql("select id from ban where decision_id = :id and territory = 'LV'")
                .param("id", set)
                .query(UUID.class)
                .single());
        follow(set, latvia, FollowUpKind.REDUCE, 6);
        assertThat(since(then, set)).singleElement().satisfies(change -> {
            assertThat(change.kinds()).containsExactly(BanChange.Kind.REDUCED);
            assertThat(change.oldTo()).isEqualTo(today.plusMonths(36));
            assertThat(change.newTo()).isEqualTo(today.plusMonths(6));
        });
        var last = moment();
        follow(set, null, FollowUpKind.CANCEL, null);
        assertThat(since(last, set)).hasSize(2).allSatisfy(change -> {
            assertThat(change.kinds()).containsExactly(BanChange.Kind.CANCELLED);
            assertThat(change.newCancelledOn()).isEqualTo(today);
            assertThat(change.oldCancelledOn()).isNull();
        });
    }

    @Test
    void a_withdrawn_departure_is_told_and_was_known_before() {
        var decision = servedLongAgo();
        departed(decision, today.minusDays(20));
        var running = moment();
        var known = count(today, running, BanCount::then);
        var other = official("inspektors");
        var version =
                samples.reading(() -> decisions.find(decision).orElseThrow().version());
        as(other, () -> done(withdraw.run(new WithdrawDeparture.Input(decision, version, "Cita persona"), other)));

        assertThat(count(today, running, BanCount::then)).isEqualTo(known);
        assertThat(count(today, running, BanCount::now)).isEqualTo(known - 1);
        assertThat(since(running, decision)).singleElement().satisfies(change -> {
            assertThat(change.kinds()).containsExactly(BanChange.Kind.WITHDRAWN);
            assertThat(change.oldFrom()).isEqualTo(today.minusDays(20));
            assertThat(change.newFrom()).isNull();
        });
        assertThat(since(moment(), decision)).isEmpty();
    }

    @Test
    void a_ban_that_has_run_out_is_told_as_ended() {
        var decision = servedLongAgo();
        departed(decision, today.minusDays(20));
        samples.reading(() -> jdbc.sql(
                        "update departure set departed_on = departed_on - 360, confirmed_at = confirmed_at - interval '360 days' where decision_id = :id")
                .param("id", decision)
                .update());
        var ended = since(clock.instant().minus(30, ChronoUnit.DAYS), decision);
        assertThat(ended)
                .singleElement()
                .satisfies(change -> assertThat(change.kinds()).contains(BanChange.Kind.ENDED));
        assertThat(since(clock.instant().minus(1, ChronoUnit.DAYS), decision)).isEmpty();
    }
}
