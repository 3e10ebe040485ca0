package lv.vmis.register.duty;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.detention.NoteSubmission;
import lv.vmis.register.duty.WaitPlace.Group;
import lv.vmis.register.edge.Seals;
import lv.vmis.register.judgment.EnterJudgment;
import lv.vmis.register.judgment.Imprisonment;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.notice.NoticeKind;
import lv.vmis.register.reference.WorkingDays;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.remedy.RemedyResult;
import lv.vmis.register.remedy.ResolveRemedy;
import lv.vmis.register.returns.Obligation;
import lv.vmis.register.returns.Obligation.Kind;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What has to be done beside the next steps of cases is in the work list and in the calendar, whoever it is about. */
@RegisterTest
class ObligationsTest {

    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final BanSamples bans;
    private final FileRemedy file;
    private final ResolveRemedy resolve;
    private final NoteSubmission submit;
    private final EnterJudgment judge;
    private final DutyList duties;
    private final Decisions decisions;
    private final OpenCalendar open;
    private final CloseCalendar close;
    private final CalendarFeeds feeds;
    private final Seals seals;
    private final Duties desk;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final MockMvcTester mvc;
    private final Clock clock;
    private final LocalDate today;
    private final int port;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");
    private final Actor caseworker = official("lietvede");
    private final Actor head = official("pmlp.vaditajs");

    ObligationsTest(
            DecisionSamples samples,
            DetentionSamples detentions,
            BanSamples bans,
            FileRemedy file,
            ResolveRemedy resolve,
            NoteSubmission submit,
            EnterJudgment judge,
            DutyList duties,
            Decisions decisions,
            OpenCalendar open,
            CloseCalendar close,
            CalendarFeeds feeds,
            Seals seals,
            Duties desk,
            WorkingDays workingDays,
            JdbcClient jdbc,
            MockMvcTester mvc,
            Clock clock,
            @LocalServerPort int port) {
        this.samples = samples;
        this.detentions = detentions;
        this.bans = bans;
        this.file = file;
        this.resolve = resolve;
        this.submit = submit;
        this.judge = judge;
        this.duties = duties;
        this.decisions = decisions;
        this.open = open;
        this.close = close;
        this.feeds = feeds;
        this.seals = seals;
        this.desk = desk;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.mvc = mvc;
        this.clock = clock;
        this.port = port;
        this.today = LocalDate.now(clock);
    }

    private UUID filed(UUID decision, boolean suspends, Actor by) {
        var in = new FileRemedy.Input(decision, RemedyKind.CONTEST, today, "Tiesa", null, suspends, null);
        return as(by, () -> done(file.run(in, by)));
    }

    private void resolved(UUID remedy, RemedyResult result) {
        var in = new ResolveRemedy.Input(remedy, 0, result, today, null, null);
        as(inspector, () -> done(resolve.run(in, inspector)));
    }

    private @Nullable OpenObligation listed(String institution, Kind kind, String where) {
        var all = samples.reading(
                () -> duties.beside(new WaitingCases.Whose.Institution(institution), one -> one.kind() == kind));
        return all.stream()
                .filter(one -> one.what().where().equals(where))
                .findFirst()
                .orElse(null);
    }

    /** That it stands in the page of its kind, in the feed of the institution, and who has to do it until when. */
    private Obligation waits(String institution, Kind kind, String where) throws Exception {
        var found = Objects.requireNonNull(listed(institution, kind, where), kind + " " + where);
        var by = institution.equals("VRS") ? decider : head;
        var browser = new PlainBrowser(port);
        browser.signIn(institution.equals("VRS") ? "vrs.vaditajs" : "pmlp.vaditajs");
        var number = URLEncoder.encode(found.what().number(), StandardCharsets.UTF_8);
        assertThat(browser.get("/duties?number=" + number).body()).contains("href=\"" + where + "\"");
        assertThat(browser.get("/duties?owner=" + institution + "&step=" + kind).statusCode())
                .isEqualTo(200);
        assertThat(feed(by)).contains(where).contains(found.what().number());
        assertThat(found.what().term().rule().cited().latvian()).isNotEmpty();
        return found.what();
    }

    private String feed(Actor by) throws Exception {
        feeds.of(by.account()).forEach(feed -> done(as(by, () -> close.run(feed.id(), by))));
        done(as(by, () -> open.run(true, by)));
        var feed = feeds.of(by.account()).getFirst();
        var answer = mvc.get()
                .uri("/calendar/" + seals.seal("calendar", feed.id().toString()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    @Test
    void what_a_court_amended_waits_until_it_is_entered() throws Exception {
        var decision = samples.served(order(), inspector, decider);
        resolved(filed(decision, false, inspector), RemedyResult.AMENDED);
        var found = waits("VRS", Kind.AMEND, "/decisions/" + decision + "/follow-up");
        assertThat(found.term().until().day()).isEqualTo(workingDays.plus(today, 3));
        assertThat(found.unit()).isEqualTo(inspector.unit());
        assertThat(samples.reading(() -> desk.of(decider)))
                .filteredOn(queue -> queue.key().equals("beside"))
                .singleElement()
                .satisfies(queue -> assertThat(queue.total()).isPositive());
    }

    @Test
    void every_complaint_without_a_result_waits_also_after_a_departure_and_against_a_ban_alone() throws Exception {
        var left = samples.departed(order(), inspector, decider);
        var ofLeft = filed(left, false, inspector);
        var ban = bans.signed(samples.withoutReturn(caseworker), caseworker, head);
        var ofBan = filed(ban, false, caseworker);
        var stays = samples.served(order(), inspector, decider);
        var suspending = filed(stays, true, inspector);

        assertThat(waits("VRS", Kind.COMPLAINT, "/decisions/" + left + "/remedies")
                        .id())
                .isEqualTo(ofLeft);
        assertThat(waits("PMLP", Kind.COMPLAINT, "/decisions/" + ban + "/remedies")
                        .id())
                .isEqualTo(ofBan);
        assertThat(listed("VRS", Kind.COMPLAINT, "/decisions/" + stays + "/remedies"))
                .as("its case awaits the result")
                .isNull();
        resolved(ofLeft, RemedyResult.UPHELD);
        resolved(suspending, RemedyResult.UPHELD);
        assertThat(listed("VRS", Kind.COMPLAINT, "/decisions/" + left + "/remedies"))
                .isNull();
    }

    @Test
    void the_judge_has_the_papers_and_decides() throws Exception {
        var opened = detentions.found(11, inspector);
        var id = detentions.detained(opened, Duration.ofDays(4), inspector);
        var where = "/detentions/" + id;
        var found = Objects.requireNonNull(listed("VRS", Kind.SUBMIT, where)).what();
        assertThat(found.term().rule().code()).isEqualTo("detention.court.submission");
        assertThat(feed(decider)).contains(where);

        var at = clock.instant().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MINUTES);
        as(inspector, () -> done(submit.run(new NoteSubmission.Input(id, 0, at, "Rīgas pilsētas tiesa"), inspector)));
        assertThat(listed("VRS", Kind.SUBMIT, where)).isNull();
        var decides = waits("VRS", Kind.JUDGE, where);
        assertThat(decides.term().until().at()).isEqualTo(at.plus(Duration.ofHours(48)));
        assertThat(decides.owner()).isEqualTo("Rīgas pilsētas tiesa");
    }

    @Test
    void a_removal_is_told_of_and_what_was_assessed_holds_when_it_begins() throws Exception {
        var decision = samples.served(removal(), inspector, decider);
        var caseId =
                samples.reading(() -> decisions.find(decision).orElseThrow().caseId());
        samples.assessed(caseId, inspector);
        samples.step(decision, "MEDICAL_CHECK", "FIT", 26, null);
        samples.step(decision, "SCHEDULED", "FLIGHT", 25, -24 * 40);
        var told = waits("VRS", Kind.TELL_REMOVAL, "/decisions/" + decision + "/removal");
        assertThat(told.term().rule().code()).isEqualTo("removal.notice");
        var stale = waits("VRS", Kind.ASSESS, "/cases/" + caseId + "/safeguards");
        assertThat(stale.term().rule().code()).isEqualTo("safeguard.valid");

        samples.step(decision, "NOTIFIED", "SIGNED", 24, -24 * 40);
        assertThat(listed("VRS", Kind.TELL_REMOVAL, "/decisions/" + decision + "/removal"))
                .isNull();
    }

    @Test
    void a_prison_that_has_not_told_and_a_letter_that_is_not_entered_wait() throws Exception {
        var in = new EnterJudgment.Input(
                samples.open(inspector).person(),
                "RPT",
                "K" + UUID.randomUUID().toString().substring(0, 8),
                today.minusDays(40),
                today.minusDays(20),
                null,
                "Piemērot izraidīšanu no Latvijas Republikas.",
                List.of(),
                new Imprisonment("Rīgas Centrālcietums", today.minusDays(20), null, null));
        var decision = as(inspector, () -> done(judge.run(in, inspector)));
        var prison = waits("VRS", Kind.PRISON, "/decisions/" + decision + "/judgment");
        assertThat(prison.owner()).isEqualTo("IEVP");

        for (var kind : NoticeKind.values()) {
            var notice = bans.notice(kind, caseworker);
            var found = waits("PMLP", Kind.ENTER_NOTICE, "/notices/" + notice);
            assertThat(found.term().until().day()).isEqualTo(workingDays.plus(today, 1));
        }
    }

    /** A case whose next step has waited since the day, and until another where its decision says so. */
    private UUID moved(UUID decision, LocalDate from, @Nullable LocalDate due) {
        var caseId =
                samples.reading(() -> decisions.find(decision).orElseThrow().caseId());
        samples.reading(() -> jdbc.sql("update return_case set step_from = :from, step_due = :due where id = :id")
                .param("from", from)
                .param("due", due, Types.DATE)
                .param("id", caseId)
                .update());
        return caseId;
    }

    private List<WaitingLine> page(WaitingCases.Whose whose, @Nullable WaitPlace after) {
        return samples.reading(() -> duties.of(whose, new DutyList.Asked.Everything(), after));
    }

    @Test
    void overdue_is_first_then_what_has_stalled_then_what_ends_next_page_by_page() {
        var late = moved(samples.served(order(), inspector, decider), today.minusDays(20), today.minusDays(2));
        var untold = moved(samples.signed(removal(), inspector, decider).decision(), today.minusDays(30), null);
        var longLate = moved(samples.served(order(), inspector, decider), today.minusDays(200), today.minusDays(150));
        var stalled = moved(samples.toSign(order(), inspector), today.minusDays(90), null);
        var ends = moved(samples.served(order(), inspector, decider), today.minusDays(1), today.plusDays(5));
        var draft = moved(samples.toSign(order(), inspector), today.minusDays(10), null);
        var obliged = samples.departed(order(), inspector, decider);
        filed(obliged, false, inspector);

        var all = new ArrayList<WaitingLine>();
        var whose = new WaitingCases.Whose.Institution("VRS");
        var page = page(whose, null);
        while (page.size() > WaitingCases.PAGE) {
            all.addAll(page.subList(0, WaitingCases.PAGE));
            page = page(whose, all.getLast().place());
        }
        all.addAll(page);
        var places = all.stream().map(WaitingLine::place).toList();
        assertThat(places).isSorted().doesNotHaveDuplicates();
        assertThat(all.stream()
                        .filter(one -> one.waiting() != null)
                        .map(one -> Objects.requireNonNull(one.waiting()).row().id()))
                .containsExactlyInAnyOrderElementsOf(samples.reading(
                        () -> jdbc.sql("select id from return_case where step_owner = 'VRS' and next_step is not null")
                                .query(UUID.class)
                                .list()));
        assertThat(all.stream()
                        .filter(one -> one.waiting() != null)
                        .map(one -> Objects.requireNonNull(one.waiting()).row().id())
                        .filter(List.of(late, untold, longLate, stalled, ends, draft)::contains))
                .containsExactly(longLate, untold, late, stalled, ends, draft);
        assertThat(places.stream().map(WaitPlace::group).distinct())
                .containsExactly(Group.OVERDUE, Group.STALLED, Group.DUE, Group.WAITING);
        assertThat(all)
                .anyMatch(one ->
                        one.beside() != null && one.beside().what().where().contains(obliged.toString()));
    }
}
