package lv.vmis.register.notice;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.decision.BanLine;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices of ministers, consular officials and institutions: registered, entered once, in a working day, and changed only by who decided. */
@RegisterTest
class NoticesTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String UNDESIRABLE = "IL2002-61-2";

    private final int port;
    private final DecisionSamples samples;
    private final Notices notices;
    private final RegisterNotice register;
    private final EnterNoticedBan enterBan;
    private final EnterNoticedChange enterChange;
    private final SettleNotice settle;
    private final PrepareFollowUp follow;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LocalDate today;
    private final Actor caseworker = official("lietvede");

    NoticesTest(
            @LocalServerPort int port,
            DecisionSamples samples,
            Notices notices,
            RegisterNotice register,
            EnterNoticedBan enterBan,
            EnterNoticedChange enterChange,
            SettleNotice settle,
            PrepareFollowUp follow,
            Decisions decisions,
            JdbcClient jdbc,
            Clock clock) {
        this.port = port;
        this.samples = samples;
        this.notices = notices;
        this.register = register;
        this.enterBan = enterBan;
        this.enterChange = enterChange;
        this.settle = settle;
        this.follow = follow;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    private RegisterNotice.Input letter(NoticeKind kind, String sender, String reference, Instant receivedAt) {
        return new RegisterNotice.Input(kind, sender, reference, receivedAt, "Paziņots par personu.");
    }

    private Outcome<UUID> registered(RegisterNotice.Input in, Actor by) {
        return as(by, () -> register.run(in, by));
    }

    private UUID notice(NoticeKind kind, String sender) {
        return done(registered(letter(kind, sender, "V-" + NEXT.incrementAndGet(), clock.instant()), caseworker));
    }

    private NewPerson somebody() {
        return new NewPerson(
                "Nevēlams" + (char) ('a' + NEXT.incrementAndGet() % 26) + (char) ('a' + NEXT.get() / 26 % 26),
                "Boriss",
                null,
                null,
                "M",
                PartialDate.of(LocalDate.of(1970, 1, 1)),
                null,
                null,
                "BLR",
                "CITIZEN",
                null,
                "AUTHORITY",
                null,
                null);
    }

    private EnterNoticedBan.Input ban(UUID notice, @Nullable PersonId known, String number, @Nullable Integer months) {
        return new EnterNoticedBan.Input(
                notice,
                0,
                known,
                known == null ? somebody() : null,
                List.of(),
                number,
                today,
                "Nevēlama persona.",
                List.of(new PlannedBan(BanTerritory.LV, UNDESIRABLE, months, null, BanStart.DECISION, null)));
    }

    private Outcome<UUID> entered(EnterNoticedBan.Input in) {
        return as(caseworker, () -> enterBan.run(in, caseworker));
    }

    @Test
    void a_notice_is_registered_by_the_office_once_and_from_who_may_send_it() {
        var now = clock.instant();
        var letter = letter(NoticeKind.BAN, "AM_MINISTRS", "2026/1", now);
        assertThat(refusals(registered(letter, official("inspektore")))).containsExactly("OF_OFFICE");
        assertThat(refusals(registered(letter(NoticeKind.BAN, "VDD", "2026/2", now), caseworker)))
                .containsExactly("SENDER_DOES_NOT_DECIDE");
        assertThat(refusals(registered(letter(NoticeKind.INFORMATION, "VDD", "2026/2", now), caseworker)))
                .isEmpty();
        assertThat(refusals(registered(letter(NoticeKind.INFORMATION, "NEKAS", "2026/3", now), caseworker)))
                .containsExactly("SENDER_UNKNOWN");
        assertThat(refusals(registered(
                        letter(NoticeKind.BAN, "AM_MINISTRS", "2026/4", now.plus(Duration.ofHours(1))), caseworker)))
                .containsExactly("RECEIVED_IN_FUTURE");
        assertThat(refusals(registered(letter, caseworker))).isEmpty();
        assertThat(refusals(registered(letter, caseworker))).containsExactly("REGISTERED_ALREADY");
    }

    @ParameterizedTest
    @CsvSource({"AM_MINISTRS, Krumbholcs, Anatolijs, 17.08.1961", "AM_KONSULS, Plaudenhofs, Emīls, 03.02.1984"})
    void a_ban_is_entered_on_its_page(String sender, String family, String given, String born) {
        var browser = new PlainBrowser(port);
        browser.signIn("lietvede");
        var page = "/notices/" + notice(NoticeKind.BAN, sender) + "/ban";
        var basis = sender.equals("AM_MINISTRS") ? UNDESIRABLE : "IL2002-61-3-1";
        // On the grounds of an undesirable person no alert is entered in SIS.
        var isForSchengen = !basis.equals(UNDESIRABLE);
        browser.get(page);
        var entered = browser.post(
                page,
                Map.ofEntries(
                        Map.entry("version", "0"),
                        Map.entry("familyName", family),
                        Map.entry("givenNames", given),
                        Map.entry("birthDate", born),
                        Map.entry("sex", "M"),
                        Map.entry("nationality", "Baltkrievija"),
                        Map.entry("number", "NR-" + NEXT.incrementAndGet()),
                        Map.entry("decidedOn", LatvianDates.numeric(today)),
                        Map.entry("legalBasis", basis),
                        Map.entry("territory", isForSchengen ? "BOTH" : "LV"),
                        Map.entry("months", "24"),
                        Map.entry("schMonths", "12"),
                        Map.entry("starts", "DECISION"),
                        Map.entry("reasons", "Personai nav jāierodas Latvijā.")));
        assertThat(PlainBrowser.location(entered))
                .as(entered.statusCode() + " " + entered.body())
                .contains("/decisions/");
        var decision = UUID.fromString(PlainBrowser.location(entered).replaceFirst(".*/decisions/", ""));
        assertThat(samples.reading(() -> jdbc.sql(
                                "select territory || ' ' || term_months from ban where decision_id = :id order by territory")
                        .param("id", decision)
                        .query(String.class)
                        .list()))
                .isEqualTo(isForSchengen ? List.of("LV 24", "SCH 12") : List.of("LV 24"));
    }

    @ParameterizedTest(name = "received {0}: to be entered by {1}")
    @CsvSource({
        "2026-11-16T00:00, 2026-11-17", // Monday
        "2026-11-16T23:59, 2026-11-17",
        "2026-11-17T12:00, 2026-11-19", // the 18th is a public holiday
        "2026-11-18T12:00, 2026-11-19", // on the holiday itself
        "2026-11-20T08:00, 2026-11-23", // Friday
        "2026-11-21T08:00, 2026-11-23", // Saturday
        "2026-12-23T17:00, 2026-12-28", // Christmas Eve to Boxing Day, then a weekend
        "2026-04-30T09:00, 2026-05-05", // the 1st of May, a weekend, and the Monday after the 4th that is a Monday
        "2026-03-27T09:00, 2026-03-30", // the clock goes forward that weekend
        "2026-10-23T09:00, 2026-10-26" // and back
    })
    void a_working_day_runs_from_the_receipt(String received, LocalDate due) {
        var at = java.time.LocalDateTime.parse(received)
                .atZone(RegisterClock.RIGA)
                .toInstant();
        var id = samples.reading(() -> jdbc.sql("""
                        insert into notice (id, kind, sender, reference, received_at, summary, registered_by, registered_at)
                        values (gen_random_uuid(), 'BAN', 'AM_MINISTRS', :reference, :at, '–', gen_random_uuid(), 'infinity')
                        returning id
                        """)
                .param("reference", "D-" + NEXT.incrementAndGet())
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .query(UUID.class)
                .single());
        var term = samples.reading(
                () -> notices.term(notices.find(id).orElseThrow()).orElseThrow());
        samples.reading(() -> jdbc.sql(
                        "update notice set answer = '–', handled_by = registered_by, handled_at = 'infinity' where id = :id")
                .param("id", id)
                .update());
        assertThat(term.until().day()).isEqualTo(due);
    }

    @Test
    void a_ministers_ban_is_in_force_as_decided_and_nobody_signs_it() {
        var notice = notice(NoticeKind.BAN, "AM_MINISTRS");
        var consular = new EnterNoticedBan.Input(
                notice,
                0,
                null,
                somebody(),
                List.of(),
                "41/3",
                today,
                "–",
                List.of(new PlannedBan(BanTerritory.LV, "IL2002-61-3-1", 12, null, BanStart.DECISION, null)));
        assertThat(refusals(entered(consular))).containsExactly("BASIS_OF_ANOTHER");
        assertThat(refusals(entered(new EnterNoticedBan.Input(
                        notice, 0, null, null, List.of(), "41/3", today, "–", consular.bans()))))
                .containsExactly("PERSON_MISSING");

        var id = done(entered(ban(notice, null, "41/3", null)));
        var decision = samples.reading(() -> decisions.find(id).orElseThrow());
        assertThat(decision.decider()).isEqualTo("AM_MINISTRS");
        assertThat(decision.signedBy()).isNull();
        assertThat(decision.number()).isEqualTo("41/3");
        assertThat(samples.reading(() -> decisions.bans(id)))
                .singleElement()
                .satisfies(line -> assertThat(line.fromDay()).isEqualTo(today))
                .satisfies(line -> assertThat(line.toDay()).isNull());
        assertThat(samples.entries(id, EnterNoticedBan.class)).isEqualTo(1);
        assertThat(refusals(entered(ban(notice, null, "41/3", null)))).containsExactly("HANDLED_ALREADY");
        var again = notice(NoticeKind.BAN, "AM_MINISTRS");
        assertThat(refusals(entered(ban(again, decision.personId(), "41/3", 12))))
                .containsExactly("ENTERED_ALREADY");
        assertThatThrownBy(() ->
                        samples.reading(() -> jdbc.sql("update decision set signed_by = prepared_by where id = :id")
                                .param("id", id)
                                .update()))
                .hasMessageContaining("decision_");
    }

    @Test
    void a_consular_official_bans_for_a_term_only() {
        var notice = notice(NoticeKind.BAN, "AM_KONSULS");
        var forever = new EnterNoticedBan.Input(
                notice,
                0,
                null,
                somebody(),
                List.of(),
                "7",
                today,
                "Viltota pase.",
                List.of(new PlannedBan(BanTerritory.SCH, "IL2002-61-3-2", null, null, BanStart.DECISION, null)));
        assertThat(refusals(entered(forever))).containsExactly("INDEFINITE_NOT_ALLOWED");
    }

    @Test
    void only_who_decided_changes_it_and_by_a_notice() {
        var id = done(entered(ban(notice(NoticeKind.BAN, "AM_MINISTRS"), null, "41/9", null)));
        var byOffice = new PrepareFollowUp.Input(
                id, null, FollowUpKind.CANCEL, "APL-86", today, null, null, "Apstākļi mainījušies.");
        assertThat(refusals(as(caseworker, () -> follow.run(byOffice, caseworker))))
                .containsExactly("OF_ANOTHER_DECIDER");
        assertThat(refusals(changed(notice(NoticeKind.CHANGE, "IEM_MINISTRS"), id, FollowUpKind.CANCEL, null)))
                .containsExactly("DECISION_OF_ANOTHER");
        assertThat(refusals(changed(notice(NoticeKind.BAN, "AM_MINISTRS"), id, FollowUpKind.CANCEL, null)))
                .containsExactly("NOT_OF_THIS_KIND");
        assertThat(refusals(changed(notice(NoticeKind.CHANGE, "AM_MINISTRS"), id, FollowUpKind.RESUME, null)))
                .containsExactly("NOT_SUSPENDED");

        var ban = samples.reading(() -> jdbc.sql("select id from ban where decision_id = :id")
                .param("id", id)
                .query(UUID.class)
                .single());
        var reduced = notice(NoticeKind.CHANGE, "AM_MINISTRS");
        as(caseworker, () -> done(enterChange.run(change(reduced, id, ban, FollowUpKind.REDUCE, 24), caseworker)));
        assertThat(samples.reading(() -> decisions.bans(id)))
                .extracting(BanLine::toDay)
                .containsExactly(today.plusMonths(24));
        done(changed(notice(NoticeKind.CHANGE, "AM_MINISTRS"), id, FollowUpKind.CANCEL, null));
        assertThat(samples.reading(() -> decisions.find(id).orElseThrow()).cancelledOn())
                .isEqualTo(today);
    }

    private Outcome<UUID> changed(UUID notice, UUID decision, FollowUpKind kind, @Nullable Integer months) {
        return as(caseworker, () -> enterChange.run(change(notice, decision, null, kind, months), caseworker));
    }

    private EnterNoticedChange.Input change(
            UUID notice, UUID decision, @Nullable UUID ban, FollowUpKind kind, @Nullable Integer months) {
        var number = "G-" + NEXT.incrementAndGet();
        return new EnterNoticedChange.Input(
                notice, 0, decision, ban, kind, number, today, today, months, "Ministrs nolēmis.");
    }

    @Test
    void what_needs_no_decision_is_answered_once() {
        var notice = notice(NoticeKind.INFORMATION, "VDD");
        var in = new SettleNotice.Input(notice, 0, "Labots dzimšanas datums.");
        as(caseworker, () -> done(settle.run(in, caseworker)));
        assertThat(refusals(as(caseworker, () -> settle.run(in, caseworker)))).containsExactly("HANDLED_ALREADY");
        assertThat(samples.reading(() -> notices.list(true, null, 1000)))
                .extracting(Notice::id)
                .doesNotContain(notice);
        assertThat(samples.reading(() -> notices.list(false, null, 1000)))
                .extracting(Notice::id)
                .contains(notice);
        assertThatThrownBy(() -> samples.reading(() -> jdbc.sql("update notice set answer = null where id = :id")
                        .param("id", notice)
                        .update()))
                .hasMessageContaining("notice_handled_somehow");
    }
}
