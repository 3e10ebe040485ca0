package lv.vmis.register.ban;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.returns.EnterFinding.Opened;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ban that waits for a departure begins with any departure of the person, whatever is entered first. */
@RegisterTest
class BanDaysTest {

    private final DecisionSamples samples;
    private final BanSamples own;
    private final JoiningSamples joining;
    private final ConfirmDeparture depart;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LocalDate today;
    private final Actor inspector = official("inspektore");
    private final Actor vrs = official("vrs.vaditajs");
    private final Actor caseworker = official("lietvede");
    private final Actor pmlp = official("pmlp.vaditajs");

    BanDaysTest(
            DecisionSamples samples,
            BanSamples own,
            JoiningSamples joining,
            ConfirmDeparture depart,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.samples = samples;
        this.own = own;
        this.joining = joining;
        this.depart = depart;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.today = LocalDate.now(clock);
    }

    record Days(@Nullable LocalDate firstOn, @Nullable LocalDate lastOn) {}

    private List<Days> days(UUID decision) {
        return samples.reading(() -> jdbc.sql("select first_on, last_on from ban where decision_id = :id")
                .param("id", decision)
                .query((row, _) ->
                        new Days(row.getObject("first_on", LocalDate.class), row.getObject("last_on", LocalDate.class)))
                .list());
    }

    private UUID waiting(Opened opened) {
        return own.signed(opened.person(), caseworker, pmlp, BanStart.DEPARTURE);
    }

    /** The same three acts in each order: a ban of one record, a departure of another, and their joining. */
    @ParameterizedTest
    @ValueSource(strings = {"BDJ", "BJD", "DBJ", "DJB", "JBD", "JDB"})
    void a_ban_begins_with_a_departure_of_another_record_while_they_are_joined(String acts) {
        var banned = samples.open(caseworker);
        var left = samples.open(inspector);
        var bans = new ArrayList<UUID>();
        var links = new ArrayList<UUID>();
        for (var act : acts.split("")) {
            switch (act) {
                case "B" -> bans.add(waiting(banned));
                case "D" -> samples.departed(left, order(), inspector, vrs);
                default -> links.add(joining.joined(banned.person(), left.person()));
            }
        }
        assertThat(days(bans.getFirst())).containsOnly(new Days(today, today.plusMonths(36)));

        joining.parted(links.getFirst());
        assertThat(days(bans.getFirst())).containsOnly(new Days(null, null));
    }

    @Test
    void a_departure_of_one_record_and_a_ban_of_another_at_the_same_moment_do_not_miss_each_other() throws Exception {
        var opened = samples.open(inspector);
        var banned = samples.open(caseworker);
        joining.joined(banned.person(), opened.person());
        var order = samples.served(opened, order(), inspector, vrs);
        var draft = own.sent(banned.person(), caseworker, BanStart.DEPARTURE);
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var input = new ConfirmDeparture.Input(order, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", null);
        var departure = CompletableFuture.runAsync(() -> as(
                inspector,
                () -> transaction.execute(_ -> {
                    DecisionSamples.done(depart.run(input, inspector));
                    entered.countDown();
                    return await(goOn);
                })));
        assertThat(await(entered)).isTrue();
        var signature = CompletableFuture.runAsync(() -> own.sign(draft, pmlp));
        TimeUnit.MILLISECONDS.sleep(500);
        goOn.countDown();
        CompletableFuture.allOf(departure, signature).get(20, TimeUnit.SECONDS);

        assertThat(days(draft)).containsOnly(new Days(today, today.plusMonths(36)));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** C-225/16: whichever decision he left under; what replaces a decision is no follow-up decision. */
    @Test
    void every_ban_that_waits_begins_with_a_departure_under_any_decision() {
        var opened = samples.open(inspector);
        var stronger = samples.served(
                opened, removal(new PlannedBan(BanTerritory.SCH, "IL2002-61-5-2", 36, null)), inspector, vrs);
        var draft = samples.toSign(order(new PlannedBan(BanTerritory.SCH, "IL2002-61-5-1", 6, null)), inspector);
        var later = samples.departed(
                opened, order(new PlannedBan(BanTerritory.SCH, "IL2002-61-5-1", 12, null)), inspector, vrs);

        assertThat(days(stronger)).containsOnly(new Days(today, today.plusMonths(36)));
        assertThat(days(later)).containsOnly(new Days(today, today.plusMonths(12)));
        assertThat(days(draft)).containsOnly(new Days(null, null));
        assertThat(samples.reading(() -> jdbc.sql("""
                        select count(*) from bans_known(now(), :day)
                         where decision_id = any(:ids) and from_day = :day
                        """)
                        .param("day", today)
                        .param("ids", new UUID[] {stronger, later})
                        .query(Integer.class)
                        .single()))
                .isEqualTo(2);
    }

    /** What stands beside every ban is what its facts make of it. */
    @Test
    void the_days_kept_are_the_days_worked_out() {
        var differing = samples.reading(() -> jdbc.sql("""
                        select count(*) from ban b
                         where b.first_on is distinct from ban_first_on(b)
                        """).query(Integer.class).single());
        assertThat(differing).isZero();
    }
}
