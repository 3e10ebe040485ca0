package lv.vmis.register.vmis;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.MessageState;
import lv.vmis.register.exchange.Outbox;
import lv.vmis.register.exchange.StandIn.Telling;
import lv.vmis.register.exchange.StandIns;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.Persons;
import lv.vmis.register.support.Browser;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** VMIS and the border system, as those who stand in for them speak: over HTTP, through the whole application. */
@RegisterTest
class VmisTest {

    private final AskVmis ask;
    private final VmisNotices notices;
    private final Outbox outbox;
    private final Persons persons;
    private final StandIns standIns;
    private final DecisionSamples samples;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int port;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    VmisTest(
            AskVmis ask,
            VmisNotices notices,
            Outbox outbox,
            Persons persons,
            StandIns standIns,
            DecisionSamples samples,
            JdbcClient jdbc,
            Clock clock,
            @LocalServerPort int port) {
        this.ask = ask;
        this.notices = notices;
        this.outbox = outbox;
        this.persons = persons;
        this.standIns = standIns;
        this.samples = samples;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
    }

    @Test
    void vmis_answers_what_it_holds_and_nothing_for_who_has_nothing() {
        var people = List.of(
                samples.open(inspector).person(),
                samples.open(inspector).person(),
                samples.open(inspector).person());
        for (var person : people) {
            var id = as(inspector, () -> done(ask.run(person, inspector)));
            soon(() -> samples.reading(() -> outbox.of(person)).stream()
                    .anyMatch(sent -> sent.id().equals(id) && sent.state() == MessageState.ACCEPTED));
            var number =
                    samples.reading(() -> persons.bar(person)).orElseThrow().number();
            var held = samples.reading(() -> notices.of(person)).stream()
                    .filter(notice -> id.equals(notice.lookupId()))
                    .toList();
            assertThat(held).hasSize((int) (number % 3));
        }
    }

    @Test
    void nobody_asks_twice_before_the_answer() {
        var person = samples.open(inspector).person();
        samples.reading(() -> jdbc.sql("""
                        insert into outbox (id, correspondent, person_id, place, kind, body, put_by, put_at, next_at)
                        values (:id, 'VMIS', :person, 1, 'LOOK_UP', '-', :by, now(), now() + interval '1 hour')
                        """)
                .param("id", Ids.next())
                .param("person", person.value())
                .param("by", inspector.account())
                .update());
        assertThat(refusals(as(inspector, () -> ask.run(person, inspector)))).containsExactly("ASKED_ALREADY");
    }

    @Test
    void a_permit_that_vmis_tells_of_is_shown_with_the_case_and_changes_nothing() {
        var opened = samples.open(inspector);
        var today = LocalDate.now(clock);
        var number = samples.reading(() -> persons.bar(opened.person()))
                .orElseThrow()
                .number();
        var before = samples.reading(() -> step(opened.caseId()));
        tell(
                Correspondent.VMIS,
                VmisWords.CHANGED,
                VmisWords.changed(number, new VmisStanding("PERMIT", "GRANTED", "UA-777", today, today.plusYears(1))));
        soon(() -> samples.reading(() -> notices.of(opened.person())).size() == 1);
        assertThat(samples.reading(() -> step(opened.caseId()))).isEqualTo(before);
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("update vmis_notice set status = 'REFUSED' where number = 'UA-777'")
                                .update()))
                .hasStackTraceContaining("never changed");
        try (var browser = Browser.open(port, false)) {
            browser.signIn("inspektore");
            look(browser, "/cases/" + opened.caseId());
            assertThat(browser.text()).contains("UA-777");
            look(browser, "/persons/" + opened.person() + "/history");
            assertThat(browser.text()).contains("VMIS ziņo par izmaiņām");
        }
    }

    @Test
    void an_exit_is_matched_exactly_and_offered_to_be_confirmed_with_one_key() {
        var decision = samples.served(order(), inspector, decider);
        var person = samples.reading(() -> jdbc.sql("select person_id from decision where id = :id")
                .param("id", decision)
                .query(UUID.class)
                .single());
        var bar = samples.reading(() -> persons.bar(new PersonId(person))).orElseThrow();
        var today = LocalDate.now(clock);
        samples.reading(() -> jdbc.sql("""
                        insert into document (id, person_id, type, number, number_key, issuer, source, noted_at, noted_by)
                        values (:id, :person, 'P', 'EX-55 77', 'EX5577', 'UZB', 'STATED', now(), :by)
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("by", inspector.account())
                .update());
        exit(new BorderWords.Exit(null, "EX5577", LocalDate.of(1991, 1, 1), today, "LIDOSTA_RIGA"), "NOT_FOR_US");
        exit(new BorderWords.Exit(999_999L, null, null, today, "LIDOSTA_RIGA"), "NOT_FOR_US");
        exit(new BorderWords.Exit(bar.number(), null, null, today, "NEKUR"), "NOT_UNDERSTOOD");
        exit(new BorderWords.Exit(bar.number(), null, null, today.plusDays(2), "LIDOSTA_RIGA"), "NOT_UNDERSTOOD");
        assertThat(exits(decision)).isZero();
        exit(new BorderWords.Exit(null, "ex 5577", LocalDate.of(1990, 5, 23), today, "LIDOSTA_RIGA"), "DONE");
        assertThat(exits(decision)).isEqualTo(1);

        try (var browser = Browser.open(port, true)) {
            browser.signIn("inspektore");
            assertThat(browser.text()).contains("Robežas sistēma ziņo: persona izbraukusi");
            look(browser, "/decisions/" + decision + "/departure");
            assertThat(browser.page().inputValue("#crossingPoint")).isEqualTo("LIDOSTA_RIGA");
            if (browser.page().locator("#born").count() > 0) {
                browser.page().fill("#born", "23.05.1990");
            }
            browser.go("Control+Enter");
            assertThat(browser.path()).isEqualTo("/decisions/" + decision);
        }
        assertThat(samples.reading(() -> jdbc.sql("select departed_on from decision where id = :id")
                        .param("id", decision)
                        .query(LocalDate.class)
                        .single()))
                .isEqualTo(today);
        exit(new BorderWords.Exit(bar.number(), null, null, today, "LIDOSTA_RIGA"), "NOT_FOR_US");
    }

    @Test
    void an_impossible_exit_hides_no_true_one_and_each_open_decision_is_told() {
        var opened = samples.open(inspector);
        var first = samples.served(opened, order(), inspector, decider);
        var second = samples.served(samples.openFor(opened.person(), inspector), order(), inspector, decider);
        var number = samples.reading(() -> persons.bar(opened.person()))
                .orElseThrow()
                .number();
        var today = LocalDate.now(clock);

        exit(new BorderWords.Exit(number, null, null, today, "LIDOSTA_RIGA"), "DONE");
        exit(new BorderWords.Exit(number, null, null, today.minusDays(1), "TEREHOVA"), "NOT_FOR_US");
        exit(new BorderWords.Exit(number, null, null, LocalDate.of(1, 1, 1), "TEREHOVA"), "NOT_FOR_US");

        assertThat(exits(first)).isOne();
        assertThat(exits(second)).isOne();
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("""
                        insert into exit_notice (id, person_id, decision_id, left_on, crossing_point, told_at)
                        values (:id, :person, :decision, date '2001-01-01', 'TEREHOVA', now())
                        """)
                        .param("id", Ids.next())
                        .param("person", opened.person().value())
                        .param("decision", first)
                        .update()))
                .hasStackTraceContaining("nobody leaves under a decision of a later day");
    }

    private void exit(BorderWords.Exit exit, String taken) {
        var id = tell(Correspondent.BORDER, BorderWords.EXIT, BorderWords.text(exit));
        soon(() -> taken(id).equals(List.of(taken)));
    }

    private String tell(Correspondent system, String kind, String body) {
        var id = "test-" + Ids.next();
        standIns.tell(system, new Telling(id, kind, body, clock.instant()));
        return id;
    }

    private List<String> taken(String id) {
        return samples.reading(() -> jdbc.sql("select taken from inbox where id = :id")
                .param("id", id)
                .query(String.class)
                .list());
    }

    private int exits(UUID decision) {
        return samples.reading(() -> jdbc.sql("select count(*) from exit_notice where decision_id = :id")
                .param("id", decision)
                .query(Integer.class)
                .single());
    }

    private String step(UUID caseId) {
        return jdbc.sql("select concat_ws(' ', next_step, step_due, version) from return_case where id = :id")
                .param("id", caseId)
                .query(String.class)
                .single();
    }

    private static void look(Browser browser, String path) {
        browser.visit(path);
        if (browser.path().startsWith("/purpose?")) {
            browser.page().fill("#reason", "Pārbaude");
            browser.leave(() -> browser.page().click("main button[data-primary]"));
        }
    }
}
