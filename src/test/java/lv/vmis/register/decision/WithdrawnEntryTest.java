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
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A departure or a service entered by mistake: who withdraws it, when not, and what stays of it. */
@RegisterTest
class WithdrawnEntryTest {

    private final DecisionSamples samples;
    private final BanSamples bans;
    private final WithdrawDeparture withdrawDeparture;
    private final WithdrawServiceNote withdrawService;
    private final ConfirmDeparture depart;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final Decisions decisions;
    private final Withdrawals withdrawals;
    private final JdbcClient jdbc;
    private final int port;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor other = official("inspektors");
    private final Actor decider = official("vrs.vaditajs");
    private final PlannedBan ban = new PlannedBan(BanTerritory.LV, "IL2002-61-5-1", 36, null);

    WithdrawnEntryTest(
            DecisionSamples samples,
            BanSamples bans,
            WithdrawDeparture withdrawDeparture,
            WithdrawServiceNote withdrawService,
            ConfirmDeparture depart,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            Decisions decisions,
            Withdrawals withdrawals,
            JdbcClient jdbc,
            Clock clock,
            @LocalServerPort int port) {
        this.samples = samples;
        this.bans = bans;
        this.withdrawDeparture = withdrawDeparture;
        this.withdrawService = withdrawService;
        this.depart = depart;
        this.prepare = prepare;
        this.sign = sign;
        this.decisions = decisions;
        this.withdrawals = withdrawals;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
        this.port = port;
    }

    @Test
    void another_official_of_the_institution_withdraws_a_departure_and_it_is_confirmed_anew() {
        var id = samples.departed(order(ban), inspector, decider);
        assertThat(refusals(departureWithdrawn(id, inspector))).containsExactly("OWN_ENTRY");
        assertThat(refusals(departureWithdrawn(id, official("lietvede"))))
                .containsExactly("ENTRY_OF_ANOTHER_INSTITUTION");
        var stale = new WithdrawDeparture.Input(id, 0, "Kļūda");
        assertThat(refusals(as(other, () -> withdrawDeparture.run(stale, other))))
                .containsExactly("CHANGED_MEANWHILE");

        done(departureWithdrawn(id, other));

        assertThat(decision(id).departedOn()).isNull();
        assertThat(samples.reading(() -> decisions.bans(id)).getFirst().fromDay())
                .isNull();
        assertThat(samples.entries(id, WithdrawDeparture.class)).isOne();
        assertThat(samples.reading(() -> withdrawals.of(id))).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("DEPARTURE");
            assertThat(entry.happenedOn()).isEqualTo(today);
            assertThat(entry.reason()).isEqualTo("Cita persona");
        });
        assertThat(refusals(departureWithdrawn(id, other))).containsExactly("NOT_DEPARTED");
        var right = new ConfirmDeparture.Input(id, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", null);
        done(as(inspector, () -> depart.run(right, inspector)));
        assertThat(samples.reading(() -> decisions.bans(id)).getFirst().fromDay())
                .isEqualTo(today);
    }

    @Test
    void a_service_goes_after_the_departure_that_rests_on_it_and_not_once_the_term_was_extended() {
        var id = samples.departed(order(), inspector, decider);
        assertThat(refusals(serviceWithdrawn(id, other))).containsExactly("DEPARTURE_RESTS_ON_SERVICE");
        done(departureWithdrawn(id, other));
        assertThat(refusals(serviceWithdrawn(id, inspector))).containsExactly("OWN_ENTRY");
        done(serviceWithdrawn(id, other));
        assertThat(decision(id).servedOn()).isNull();
        assertThat(refusals(serviceWithdrawn(id, other))).containsExactly("NOT_SERVED");

        var extended = samples.served(order(), inspector, decider);
        var leaveBy = today.plusDays(20);
        var input = new PrepareFollowUp.Input(
                extended, null, FollowUpKind.EXTEND, "IL2002-43-3", today, leaveBy, null, "Skola beidzas vēlāk.");
        var followUp = as(inspector, () -> done(prepare.run(input, inspector)));
        as(decider, () -> done(sign.run(new SignFollowUp.Input(followUp, 0), decider)));
        assertThat(refusals(serviceWithdrawn(extended, other))).containsExactly("TERM_RESTS_ON_SERVICE");
    }

    @Test
    void a_departure_stays_while_a_ban_runs_that_was_signed_because_of_it() {
        var id = samples.departed(removal(), inspector, decider);
        var person = decision(id).personId();
        bans.signed(person, inspector, decider);

        assertThat(refusals(departureWithdrawn(id, other))).containsExactly("BAN_RESTS_ON_DEPARTURE");
        assertThatThrownBy(() -> samples.reading(() -> {
                    jdbc.sql(KEPT).param("id", id).update();
                    return jdbc.sql("delete from departure where decision_id = :id")
                            .param("id", id)
                            .update();
                }))
                .hasStackTraceContaining("something later rests on this entry");
    }

    @Test
    void the_database_keeps_what_was_entered_and_what_was_withdrawn() {
        var id = samples.departed(order(), inspector, decider);
        for (var table : new String[] {"departure", "service"}) {
            assertThatThrownBy(() -> written("delete from " + table + " where decision_id = :id", id))
                    .hasStackTraceContaining("does not go without its past");
        }
        done(departureWithdrawn(id, other));
        for (var change : new String[] {
            "update withdrawn_entry set reason = 'Cits' where decision_id = :id",
            "update withdrawn_entry set happened_on = happened_on - 1 where decision_id = :id"
        }) {
            assertThatThrownBy(() -> written(change, id)).hasStackTraceContaining("stays as it was");
        }
        var copied = """
                insert into withdrawn_entry (id, kind, decision_id, person_id, happened_on, entered_by, entered_at, entry, reason,
                                             withdrawn_by, withdrawn_unit, withdrawn_at)
                select gen_random_uuid(), kind, decision_id, person_id, happened_on, entered_by, entered_at, entry, reason,
                       %s, %s, withdrawn_at
                  from withdrawn_entry where decision_id = :id
                """;
        assertThatThrownBy(() -> written(copied.formatted("entered_by", "withdrawn_unit"), id))
                .hasStackTraceContaining("withdrawn_entry_four_eyes");
        assertThatThrownBy(() -> written(copied.formatted("withdrawn_by", "'PMLP_PSKN'"), id))
                .hasStackTraceContaining("withdrawn by the institution of the decision");
    }

    @Test
    void from_the_page_it_is_withdrawn_with_a_reason_and_stays_to_be_seen() {
        var id = samples.departed(order(ban), inspector, decider);
        var browser = new PlainBrowser(port);
        browser.signIn("inspektors");
        browser.get("/purpose?person=" + decision(id).personId());
        browser.post(
                "/purpose",
                Map.of(
                        "purpose", "FINDING",
                        "reason", "Pārbaude",
                        "person", decision(id).personId().toString(),
                        "back", "/"));
        var page = "/decisions/" + id;
        var address = page + "/departure/withdraw";
        assertThat(browser.get(page).body()).contains(address);
        assertThat(browser.get(address).body()).contains("Atsaukt kļūdaini apstiprinātu izbraukšanu");
        var version = String.valueOf(decision(id).version());
        var refused = browser.post(address, Map.of("version", version, "reason", "", "born", "23.05.1990"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("reason-error");

        browser.get(address);
        var done = browser.post(
                address, Map.of("version", version, "reason", "Reisā bija cita persona", "born", "23.05.1990"));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(browser.get(page).body())
                .contains("Atsauktie ieraksti", "Reisā bija cita persona", page + "/departure\"")
                .doesNotContain(address);
        assertThat(browser.get(address).statusCode()).isEqualTo(404);
    }

    private int written(String sql, UUID decision) {
        return samples.reading(() -> jdbc.sql(sql).param("id", decision).update());
    }

    private Outcome<UUID> departureWithdrawn(UUID id, Actor by) {
        var input = new WithdrawDeparture.Input(id, decision(id).version(), "Cita persona");
        return as(by, () -> withdrawDeparture.run(input, by));
    }

    private Outcome<UUID> serviceWithdrawn(UUID id, Actor by) {
        var input = new WithdrawServiceNote.Input(id, decision(id).version(), "Cita diena");
        return as(by, () -> withdrawService.run(input, by));
    }

    private Decision decision(UUID id) {
        return samples.reading(() -> decisions.find(id).orElseThrow());
    }

    static final String KEPT = """
            insert into withdrawn_entry (id, kind, decision_id, person_id, happened_on, entered_by, entered_at, entry, reason,
                                         withdrawn_by, withdrawn_unit, withdrawn_at)
            select gen_random_uuid(), 'DEPARTURE', e.decision_id, e.person_id, e.departed_on, e.confirmed_by, e.confirmed_at,
                   to_jsonb(e), 'Kļūda', gen_random_uuid(), 'VRS_RIGA_IMIGRACIJA', e.confirmed_at + interval '1 hour'
              from departure e
             where e.decision_id = :id
            """;
}
