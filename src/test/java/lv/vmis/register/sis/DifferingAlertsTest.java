package lv.vmis.register.sis;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.Received;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.JournalFollower;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose alert differs is found part by part, kept beside him as long as it does, and listed page by page. */
@RegisterTest
class DifferingAlertsTest {

    private final int port;
    private final DecisionSamples samples;
    private final DifferingAlerts differing;
    private final AlertDesk desk;
    private final Alerts alerts;
    private final KeepAlert keep;
    private final NsisCorrespondence nsis;
    private final JournalFollower journal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor keeper = official("lietvede");

    DifferingAlertsTest(
            @LocalServerPort int port,
            DecisionSamples samples,
            DifferingAlerts differing,
            AlertDesk desk,
            Alerts alerts,
            KeepAlert keep,
            NsisCorrespondence nsis,
            JournalFollower journal,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.port = port;
        this.samples = samples;
        this.differing = differing;
        this.desk = desk;
        this.alerts = alerts;
        this.keep = keep;
        this.nsis = nsis;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Difference(String side, String reason, int turn) {}

    private Optional<Difference> difference(PersonId person) {
        return samples.reading(() -> jdbc.sql("select side, reason, turn from alert_difference where person_id = :id")
                .param("id", person.value())
                .query(Difference.class)
                .optional());
    }

    /** Somebody whose alert SIS has deleted, since nobody reviewed it. */
    private PersonId notReviewed() {
        var opened = samples.open(inspector);
        while (NsisStandIn.findsSomething(opened.person().toString())) {
            opened = samples.open(inspector);
        }
        var person = opened.person();
        samples.served(opened, order(), inspector, decider);
        soon(() -> samples.reading(() -> alerts.of(person)).stream()
                .anyMatch(alert -> alert.state() == AlertState.ENTERED && alert.messageId() == null));
        var number = samples.reading(() -> alerts.of(person)).getFirst().sisId();
        var expired = Markup.message("notice")
                .with("alert", Objects.requireNonNull(number))
                .with("kind", "EXPIRED")
                .with("on", LocalDate.now(clock));
        samples.reading(() -> nsis.received(
                new Received(
                        Correspondent.NSIS,
                        UUID.randomUUID().toString(),
                        "notice",
                        expired.toString(),
                        clock.instant()),
                keeper));
        return person;
    }

    private void forget(PersonId person) {
        samples.reading(() -> jdbc.sql("delete from alert_difference where person_id = :id")
                .param("id", person.value())
                .update());
    }

    private void claim(PersonId person, String side, int turn, int minutesAgo) {
        samples.reading(() -> jdbc.sql("""
                        insert into alert_difference (person_id, side, reason, turn, since)
                        values (:id, :side, 'REFUSED', :turn, now() - make_interval(mins => :ago))
                        """)
                .param("id", person.value())
                .param("side", side)
                .param("turn", turn)
                .param("ago", minutesAgo)
                .update());
    }

    @Test
    void a_difference_is_kept_beside_the_person_as_long_as_there_is_one() {
        var person = notReviewed();
        assertThat(difference(person)).contains(new Difference("MISSING", "NOT_REVIEWED", 1));

        var agreeing = samples.open(inspector).person();
        claim(agreeing, "SURPLUS", 1, 5);
        as(keeper, () -> done(keep.run(agreeing, keeper)));
        assertThat(difference(agreeing)).isEmpty();
    }

    /** What it does is undone, and nobody else sees it meanwhile: the register looks after the same persons all the time. */
    private void unseen(Callable<Boolean> work) {
        as(
                keeper,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    try {
                        return work.call();
                    } catch (Exception failure) {
                        throw new AssertionError(failure);
                    }
                }));
    }

    @Test
    void a_sweep_finds_everybody_part_by_part_and_forgets_what_no_longer_differs() {
        var person = notReviewed();
        var agreeing = samples.open(inspector).person();
        unseen(() -> {
            forget(person);
            forget(agreeing);
            claim(agreeing, "OTHER", 2, 5);

            var sweep = new AlertSweep(differing, journal, 3, clock);
            var found = new ArrayList<PersonId>();
            var parts = 0;
            while (!sweep.isOver()) {
                found.addAll(sweep.next());
                parts++;
            }
            sweep.end();

            var whole = new DifferingAlerts.Part(new UUID(0, 0), DifferingAlerts.END);
            assertThat(found)
                    .contains(person, agreeing)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(differing.among(whole, LocalDate.now(clock)));
            assertThat(parts).isGreaterThan(1);
            assertThat(differing.lastSweep()).isPresent();
            for (var one : List.of(person, agreeing)) {
                done(keep.run(one, keeper));
            }
            assertThat(difference(person)).contains(new Difference("MISSING", "NOT_REVIEWED", 1));
            assertThat(difference(agreeing)).isEmpty();
            return true;
        });
    }

    @Test
    void a_list_is_paged_by_what_is_urgent_and_then_by_what_waits_longest() {
        var all =
                Stream.generate(() -> samples.open(inspector).person()).limit(5).toList();
        unseen(() -> {
            all.forEach(this::forget);
            claim(all.get(0), "SURPLUS", 2, 90);
            claim(all.get(1), "SURPLUS", 1, 10);
            claim(all.get(2), "SURPLUS", 1, 30);
            claim(all.get(3), "SURPLUS", 2, 20);
            claim(all.get(4), "MISSING", 1, 90);
            var paged = new ArrayList<PersonId>();
            var some = differing.on(Standing.Side.SURPLUS, null, 2);
            while (!some.isEmpty()) {
                paged.addAll(some);
                some = differing.on(Standing.Side.SURPLUS, some.getLast().value(), 2);
            }

            assertThat(paged.stream().filter(all::contains))
                    .containsExactly(all.get(2), all.get(1), all.get(0), all.get(3));
            assertThat(paged).doesNotHaveDuplicates();
            return true;
        });
    }

    @Test
    void the_desk_shows_the_first_of_each_list_and_the_rest_is_a_page_away() {
        var person = notReviewed();
        var made = AlertSamples.of(samples.open(inspector).person(), decision(person), samples, jdbc);
        for (var i = 0; i < 60; i++) {
            samples.reading(() -> jdbc.sql("""
                            insert into alert_notice (id, message, person_id, alert_id, kind, happened_on, has_left, received_at)
                            select :id, cast(:id as text), a.person_id, a.id, 'TERM_OVER', current_date, false, now()
                              from alert a where a.id = :alert
                            """)
                    .param("id", UUID.randomUUID())
                    .param("alert", made.alert())
                    .update());
        }
        var browser = new PlainBrowser(port);
        browser.signIn("lietvede");

        assertThat(browser.get("/sis").body())
                .contains("Visas personas", "/persons/" + person + "/sis", "href=\"/sis/lists/notices\"");
        assertThat(browser.get("/sis/lists/notices").body()).contains("/sis/lists/notices?after=");
        var seen = new ArrayList<UUID>();
        for (var page = desk(null); ; page = desk(page.next())) {
            page.waiting().forEach(row -> seen.add(row.id()));
            if (page.next() == null) {
                break;
            }
        }
        assertThat(seen).hasSizeGreaterThan(60).doesNotHaveDuplicates().contains(made.notice());
        assertThat(browser.get("/sis/lists/nothing").statusCode()).isEqualTo(404);
    }

    private AlertBoard.Listed desk(@Nullable UUID after) {
        var page = samples.reading(() -> desk.page(AlertList.NOTICES, after));
        assertThat(page.waiting()).isSortedAccordingTo(Comparator.comparing(AlertBoard.WaitingRow::since));
        return page;
    }

    private UUID decision(PersonId person) {
        return List.copyOf(samples.reading(() -> alerts.of(person))).getFirst().decisionId();
    }
}
