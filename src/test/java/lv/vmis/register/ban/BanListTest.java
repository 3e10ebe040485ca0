package lv.vmis.register.ban;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each filter of the list of banned persons holds what it says and leaves nothing out. */
@RegisterTest
class BanListTest {

    private static final int MOST = 10_000;

    private final DecisionSamples samples;
    private final BanSamples own;
    private final BanList bans;
    private final PrepareFollowUp follow;
    private final SignFollowUp sign;
    private final Countries countries;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor vrs = official("vrs.vaditajs");
    private final Actor caseworker = official("lietvede");
    private final Actor pmlp = official("pmlp.vaditajs");

    BanListTest(
            DecisionSamples samples,
            BanSamples own,
            BanList bans,
            PrepareFollowUp follow,
            SignFollowUp sign,
            Countries countries,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.own = own;
        this.bans = bans;
        this.follow = follow;
        this.sign = sign;
        this.countries = countries;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    private List<BanRow> found(BanQuery query) {
        return samples.reading(() -> bans.find(query, null, MOST));
    }

    private BanQuery asked(String name, String value) {
        var filter = new BanFilter(
                name.equals("state") ? value : BanFilter.ALL,
                name.equals("on") ? value : null,
                name.equals("territory") ? value : null,
                name.equals("decider") ? value : null,
                name.equals("basis") ? value : null,
                name.equals("nationality") ? value : null,
                name.equals("born") ? value : null,
                name.equals("term") ? value : null,
                name.equals("endsFrom") ? value : null,
                name.equals("endsTo") ? value : null);
        return done(filter.parse(countries, today));
    }

    private List<BanRow> found(String name, String value) {
        return found(asked(name, value));
    }

    private void follow(UUID decision, @Nullable UUID ban, FollowUpKind kind) {
        var in = new PrepareFollowUp.Input(decision, ban, kind, "APL-86", today, null, null, "Apstākļi mainījušies.");
        var id = as(caseworker, () -> done(follow.run(in, caseworker)));
        as(pmlp, () -> done(sign.run(new SignFollowUp.Input(id, 0), pmlp)));
    }

    /** The decision as if it had been made so many days ago. */
    private void earlier(UUID decision, int days) {
        samples.reading(() -> jdbc.sql(
                        "update decision set decided_on = decided_on - :days, signed_at = signed_at - make_interval(days => :days) where id = :id")
                .param("days", days)
                .param("id", decision)
                .update());
    }

    @Test
    void each_filter_holds_what_it_says_and_leaves_nothing_out() {
        var plan = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null);
        var gone = samples.departed(order(plan), inspector, vrs);
        var waiting = samples.signed(order(plan), inspector, vrs).decision();
        var both = own.signed(samples.withoutReturn(inspector), caseworker, pmlp);
        var forever = own.forever(caseworker);
        var all = found("state", BanFilter.ALL);
        assertThat(all).extracting(BanRow::decisionId).contains(gone, waiting, both);

        // Whatever is divided into parts is divided without a rest.
        assertThat(parts("territory", List.of("LV", "SCH"))).containsExactlyInAnyOrderElementsOf(ids(all));
        assertThat(parts("decider", BanFilter.DECIDERS)).containsExactlyInAnyOrderElementsOf(ids(all));
        assertThat(parts("term", List.of("LIMITED", "INDEFINITE"))).containsExactlyInAnyOrderElementsOf(ids(all));
        assertThat(parts(
                        "basis", all.stream().map(BanRow::legalBasis).distinct().toList()))
                .containsExactlyInAnyOrderElementsOf(ids(all));
        for (var day : List.of(today, today.plusMonths(12), today.plusYears(40))) {
            var states = new ArrayList<UUID>();
            BanFilter.STATES.forEach(state -> {
                var rows = found(BanQuery.on(day, state));
                assertThat(rows).allSatisfy(row -> assertThat(row.state()).isEqualTo(state));
                states.addAll(ids(rows));
            });
            assertThat(states).containsExactlyInAnyOrderElementsOf(ids(found(BanQuery.on(day, null))));
        }

        assertThat(found("term", "INDEFINITE")).extracting(BanRow::id).contains(forever);
        assertThat(found("decider", "AM_MINISTRS"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.decider()).isEqualTo("AM_MINISTRS"));
        assertThat(found("nationality", "Baltkrievija")).extracting(BanRow::id).contains(forever);
        assertThat(found("nationality", "Baltkrievija"))
                .extracting(BanRow::decisionId)
                .doesNotContain(gone);
        assertThat(found("endsFrom", day(today.plusMonths(12))))
                .extracting(BanRow::decisionId)
                .contains(gone, both)
                .doesNotContain(waiting);
        assertThat(found("endsTo", day(today.plusMonths(12))))
                .extracting(BanRow::decisionId)
                .contains(gone)
                .doesNotContain(both, waiting);
        assertThat(samples.reading(() -> bans.count(asked("state", BanFilter.ALL))))
                .isEqualTo(Math.min(all.size(), BanList.COUNTED + 1));
    }

    private List<UUID> parts(String name, List<String> values) {
        return values.stream()
                .flatMap(value -> ids(found(name, value)).stream())
                .toList();
    }

    private static List<UUID> ids(List<BanRow> rows) {
        return rows.stream().map(BanRow::id).toList();
    }

    private static String day(LocalDate day) {
        return LatvianDates.numeric(day);
    }

    @Test
    void what_is_suspended_or_cancelled_is_so_from_its_day() {
        var suspended = own.signed(samples.withoutReturn(inspector), caseworker, pmlp);
        var cancelled = own.signed(samples.withoutReturn(inspector), caseworker, pmlp);
        var resumed = own.signed(samples.withoutReturn(inspector), caseworker, pmlp);
        for (var id : List.of(suspended, cancelled, resumed)) {
            earlier(id, 10);
        }
        follow(suspended, null, FollowUpKind.SUSPEND);
        follow(cancelled, null, FollowUpKind.CANCEL);
        follow(resumed, null, FollowUpKind.SUSPEND);
        follow(resumed, null, FollowUpKind.RESUME);
        samples.reading(() -> jdbc.sql(
                        "update follow_up set effect_on = effect_on - case kind when 'SUSPEND' then 6 else 3 end where decision_id = :id")
                .param("id", resumed)
                .update());

        assertThat(states(suspended, today)).containsOnly(BanState.Code.SUSPENDED);
        assertThat(states(suspended, today.minusDays(1))).containsOnly(BanState.Code.IN_FORCE);
        assertThat(states(cancelled, today)).containsOnly(BanState.Code.CANCELLED);
        assertThat(states(cancelled, today.minusDays(1))).containsOnly(BanState.Code.IN_FORCE);
        assertThat(states(resumed, today)).containsOnly(BanState.Code.IN_FORCE);
        assertThat(states(resumed, today.minusDays(4))).containsOnly(BanState.Code.SUSPENDED);
        assertThat(states(resumed, today.minusDays(7))).containsOnly(BanState.Code.IN_FORCE);
        assertThat(found(BanQuery.on(today.minusDays(4), BanState.Code.SUSPENDED)))
                .extracting(BanRow::decisionId)
                .contains(resumed)
                .doesNotContain(suspended);
    }

    private List<BanState.Code> states(UUID decision, LocalDate day) {
        return found(BanQuery.on(day, null)).stream()
                .filter(row -> row.decisionId().equals(decision))
                .map(BanRow::state)
                .toList();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (var n = 0; n < 3; n++) {
            own.signed(samples.withoutReturn(inspector), caseworker, pmlp);
        }
        samples.departed(order(new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 12, null)), inspector, vrs);
        assertThat(pages(BanQuery.on(today, BanState.Code.IN_FORCE)))
                .extracting(BanRow::decidedOn)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(pages(asked("endsFrom", day(today))))
                .extracting(row -> Objects.requireNonNull(row.toDay()))
                .isSorted();
    }

    @Test
    void a_ban_that_a_later_one_outlasts_is_superseded_until_that_one_is_cancelled() {
        var person = samples.withoutReturn(caseworker);
        var first = own.signed(person, caseworker, pmlp);
        var second = own.signed(person, caseworker, pmlp);
        var number = found(BanQuery.on(today, null)).stream()
                .filter(row -> row.decisionId().equals(second))
                .map(BanRow::decisionNumber)
                .findFirst()
                .orElseThrow();

        assertThat(found(asked("state", "IN_FORCE")).stream()
                        .filter(row -> row.personId().equals(person)))
                .hasSize(4)
                .allSatisfy(row -> {
                    assertThat(row.shown())
                            .isEqualTo(
                                    row.decisionId().equals(first) ? BanState.Code.SUPERSEDED : BanState.Code.IN_FORCE);
                    assertThat(row.supersededBy()).isEqualTo(row.decisionId().equals(first) ? number : null);
                })
                .extracting(BanRow::decisionId)
                .containsExactly(second, second, first, first);
        follow(second, null, FollowUpKind.CANCEL);
        assertThat(found(asked("state", "IN_FORCE")).stream()
                        .filter(row -> row.personId().equals(person)))
                .extracting(BanRow::shown)
                .containsExactly(BanState.Code.IN_FORCE, BanState.Code.IN_FORCE);
    }

    @Test
    void bans_are_found_by_the_day_the_month_or_the_year_of_birth() {
        var person = samples.withoutReturn(caseworker);
        own.signed(person, caseworker, pmlp);
        var born = found(BanQuery.on(today, null)).stream()
                .filter(row -> row.personId().equals(person))
                .findFirst()
                .orElseThrow()
                .birthDate();

        for (var typed : List.of(
                "%02d.%02d.%d.".formatted(born.day(), born.month(), born.year()),
                "%02d.%d".formatted(born.month(), born.year()),
                String.valueOf(born.year()))) {
            assertThat(found("born", typed)).extracting(BanRow::personId).contains(person);
        }
        assertThat(found("born", String.valueOf(born.year() - 1)))
                .extracting(BanRow::personId)
                .doesNotContain(person);
    }

    private List<BanRow> pages(BanQuery query) {
        var paged = new ArrayList<BanRow>();
        for (List<BanRow> page = samples.reading(() -> bans.find(query, null, 2)); !page.isEmpty(); ) {
            paged.addAll(page);
            var last = page.getLast().id();
            page = samples.reading(() -> bans.find(query, last, 2));
        }
        assertThat(ids(paged)).containsExactlyElementsOf(ids(found(query)));
        return paged;
    }

    @Test
    void the_address_keeps_what_is_asked_and_what_cannot_be_read_is_said() {
        var filter = new BanFilter("all", null, "LV", null, null, "Kotdivuāra & co", null, null, null, "");
        assertThat(filter.at("/bans")).isEqualTo("/bans?state=all&territory=LV&nationality=Kotdivu%C4%81ra%20%26%20co");
        assertThat(filter.asked()).containsOnlyKeys("state", "territory", "nationality");
        var refused = new BanFilter(
                        "NEVER",
                        "32.13.2020.",
                        null,
                        "KING",
                        null,
                        "Nekur",
                        "13.1990",
                        null,
                        "02.01.2026.",
                        "01.01.2026.")
                .parse(countries, today);
        assertThat(((Refused<BanQuery>) refused).reasons())
                .extracting(reason -> reason.field())
                .containsExactlyInAnyOrder("state", "on", "decider", "nationality", "born", "endsTo");
    }
}
