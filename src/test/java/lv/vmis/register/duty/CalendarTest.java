package lv.vmis.register.duty;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.edge.Seals;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Deadlines as a calendar program reads them: with the secret address only, without names, and not after it is closed. */
@RegisterTest
class CalendarTest {

    private final OpenCalendar open;
    private final CloseCalendar close;
    private final CalendarFeeds feeds;
    private final Seals seals;
    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final MockMvcTester mvc;
    private final Actor inspector = official("inspektors");
    private final Actor decider = official("vrs.vaditajs");

    CalendarTest(
            OpenCalendar open,
            CloseCalendar close,
            CalendarFeeds feeds,
            Seals seals,
            DecisionSamples samples,
            DetentionSamples detentions,
            Decisions decisions,
            JdbcClient jdbc,
            MockMvcTester mvc) {
        this.open = open;
        this.close = close;
        this.feeds = feeds;
        this.seals = seals;
        this.samples = samples;
        this.detentions = detentions;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.mvc = mvc;
    }

    /** Other tests may have opened one. */
    private void closed(Actor by) {
        feeds.of(by.account()).forEach(feed -> done(as(by, () -> close.run(feed.id(), by))));
    }

    private String address(CalendarFeed feed) {
        return "/calendar/" + seals.seal("calendar", feed.id().toString());
    }

    @Test
    void it_shows_what_is_due_and_no_name_until_it_is_closed() throws Exception {
        var served = samples.served(order(), inspector, decider);
        var decision = samples.reading(() -> decisions.find(served).orElseThrow());
        var opened = detentions.found(8, inspector);
        detentions.detained(opened, Duration.ofDays(8), inspector);
        closed(inspector);
        done(as(inspector, () -> open.run(false, inspector)));
        assertThat(refusals(as(inspector, () -> open.run(false, inspector)))).containsExactly("CALENDAR_OPEN");
        var feed = feeds.of(inspector.account()).getFirst();

        var answer = mvc.get().uri(address(feed)).exchange();
        assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        var text =
                answer.getResponse().getContentAsString(StandardCharsets.UTF_8).replace("\r\n ", "");
        var name = samples.reading(() -> jdbc.sql("select family_name from identity where person_id = :person")
                .param("person", decision.personId().value())
                .query(String.class)
                .single());
        assertThat(text)
                .contains("DTSTART;VALUE=DATE:"
                        + String.valueOf(decision.leaveBy()).replace("-", ""))
                .contains("/cases/" + decision.caseId())
                .contains("Personai jāizbrauc")
                .doesNotContainIgnoringCase(name);
        assertThat(samples.reading(() -> jdbc.sql("""
                                select count(*) from entry where operation = 'duty.calendar' and actor = :who
                                """)
                        .param("who", inspector.account())
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);

        assertThat(refusals(as(decider, () -> close.run(feed.id(), decider)))).containsExactly("CALENDAR_CLOSED");
        done(as(inspector, () -> close.run(feed.id(), inspector)));
        assertThat(mvc.get().uri(address(feed)).exchange()).hasStatus(404);
    }

    @Test
    void it_answers_nothing_to_a_changed_address_or_once_the_official_is_blocked() {
        closed(decider);
        done(as(decider, () -> open.run(true, decider)));
        var feed = feeds.of(decider.account()).getFirst();
        assertThat(mvc.get().uri(address(feed)).exchange()).hasStatusOk();
        assertThat(mvc.get().uri(address(feed) + "x").exchange()).hasStatus(404);
        assertThat(mvc.get()
                        .uri("/calendar/" + seals.seal("form", feed.id().toString()))
                        .exchange())
                .hasStatus(404);
        samples.reading(() -> jdbc.sql("update account set blocked_at = now() where id = :id")
                .param("id", decider.account())
                .update());
        try {
            assertThat(mvc.get().uri(address(feed)).exchange()).hasStatus(404);
        } finally {
            samples.reading(() -> jdbc.sql("update account set blocked_at = null where id = :id")
                    .param("id", decider.account())
                    .update());
        }
    }

    @Test
    void the_database_keeps_one_open_for_each_official_and_unit() {
        var statement =
                "insert into calendar_feed (id, account, institution, unit, made_at) values (gen_random_uuid(), :who, 'VRS', 'VRS_RKP_RIX', now())";
        var guard = official("sargs").account();
        samples.reading(() -> jdbc.sql(statement).param("who", guard).update());
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql(statement).param("who", guard).update()))
                .hasMessageContaining("calendar_feed_one_open");
    }
}
