package lv.vmis.register.duty;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static lv.vmis.register.support.DecisionSamples.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.detention.HeldPersons;
import lv.vmis.register.detention.NoteSubmission;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Point;
import lv.vmis.register.reference.WorkingDays;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.remedy.RemedyResult;
import lv.vmis.register.remedy.ResolveRemedy;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The deadlines of real cases, each with its owner, its end and the law it comes from. */
@RegisterTest
class DeadlinesTest {

    private final List<Deadlines> sources;
    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final Decisions decisions;
    private final FileRemedy file;
    private final ResolveRemedy resolve;
    private final NoteSubmission submit;
    private final HeldPersons held;
    private final LegalParameters parameters;
    private final Purposes purposes;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final MockMvcTester mvc;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    DeadlinesTest(
            List<Deadlines> sources,
            DecisionSamples samples,
            DetentionSamples detentions,
            Decisions decisions,
            FileRemedy file,
            ResolveRemedy resolve,
            NoteSubmission submit,
            HeldPersons held,
            LegalParameters parameters,
            Purposes purposes,
            WorkingDays workingDays,
            Clock clock,
            MockMvcTester mvc) {
        this.sources = sources;
        this.samples = samples;
        this.detentions = detentions;
        this.decisions = decisions;
        this.file = file;
        this.resolve = resolve;
        this.submit = submit;
        this.held = held;
        this.parameters = parameters;
        this.purposes = purposes;
        this.workingDays = workingDays;
        this.clock = clock;
        this.mvc = mvc;
    }

    private List<Deadline> of(UUID caseId) {
        return samples.reading(() ->
                sources.stream().flatMap(source -> source.of(caseId).stream()).toList());
    }

    @Test
    void an_order_is_obeyed_and_contested_in_time() {
        var id = samples.served(order(), inspector, decider);
        var decision = samples.reading(() -> decisions.find(id).orElseThrow());
        var today = LocalDate.now(clock);
        var contestable = workingDays.onOrAfter(today.plus(parameters.period("departure.contest", today)));
        assertThat(of(decision.caseId()))
                .extracting(Deadline::key, Deadline::owner, one -> one.rule().code(), Deadline::until, Deadline::done)
                .containsExactlyInAnyOrder(
                        tuple(
                                "serve",
                                "VRS",
                                "decision.service",
                                Point.of(workingDays.plus(today, 3)),
                                Point.of(today)),
                        tuple(
                                "leave",
                                null,
                                "departure.term.max",
                                Point.of(Objects.requireNonNull(decision.leaveBy())),
                                null),
                        tuple("contest", null, "departure.contest", Point.of(contestable), null));

        done(as(
                inspector,
                () -> file.run(
                        new FileRemedy.Input(id, RemedyKind.CONTEST, today, "PMLP", null, false, null), inspector)));
        assertThat(of(decision.caseId()))
                .filteredOn(one -> one.key().equals("contest"))
                .singleElement()
                .satisfies(one -> assertThat(one.standing(clock.instant())).isEqualTo(Deadline.Standing.KEPT));
    }

    @Test
    void what_a_higher_authority_decided_is_appealed_against_in_court_and_what_it_amended_is_entered() {
        var id = samples.served(order(), inspector, decider);
        var caseId = samples.reading(() -> decisions.find(id).orElseThrow()).caseId();
        var today = LocalDate.now(clock);
        var contest = remedy(id, RemedyKind.CONTEST);
        assertThat(of(caseId)).extracting(Deadline::key).doesNotContain("appeal", "amend");

        resolved(contest, RemedyResult.AMENDED);

        var until = workingDays.onOrAfter(today.plus(parameters.period("court.appeal", today)));
        assertThat(of(caseId))
                .filteredOn(one -> one.key().equals("appeal") || one.key().equals("amend"))
                .extracting(Deadline::key, Deadline::owner, one -> one.rule().code(), Deadline::until, Deadline::done)
                .containsExactly(
                        tuple("appeal", null, "court.appeal", Point.of(until), null),
                        tuple("amend", "VRS", "remedy.follow", Point.of(workingDays.plus(today, 3)), null));
        assertThat(of(caseId))
                .filteredOn(one -> one.key().equals("appeal"))
                .singleElement()
                .satisfies(one -> assertThat(one.standing(until.plusDays(2)
                                .atStartOfDay(RegisterClock.RIGA)
                                .toInstant()))
                        .isEqualTo(Deadline.Standing.OVER));

        remedy(id, RemedyKind.APPEAL);
        samples.signed(new EnterFinding.Opened(caseId, "", person(id)), removal(), inspector, decider);
        assertThat(of(caseId))
                .filteredOn(one -> one.key().equals("appeal") || one.key().equals("amend"))
                .allSatisfy(one -> assertThat(one.done()).isEqualTo(Point.of(today)));
    }

    private PersonId person(UUID decision) {
        return samples.reading(() -> decisions.find(decision).orElseThrow()).personId();
    }

    private UUID remedy(UUID decision, RemedyKind kind) {
        var input = new FileRemedy.Input(decision, kind, LocalDate.now(clock), "PMLP", null, false, null);
        return as(inspector, () -> done(file.run(input, inspector)));
    }

    private void resolved(UUID remedy, RemedyResult result) {
        var input = new ResolveRemedy.Input(remedy, 0, result, LocalDate.now(clock), null, null);
        as(inspector, () -> done(resolve.run(input, inspector)));
    }

    @Test
    void the_other_body_is_told_of_a_removal_by_signing_it_and_the_person_within_working_days() {
        var signed = samples.signed(removal(), inspector, decider).decision();
        var decision = samples.reading(() -> decisions.find(signed).orElseThrow());
        var today = LocalDate.now(clock);
        assertThat(of(decision.caseId()))
                .extracting(Deadline::key, Deadline::owner, Deadline::until, Deadline::done)
                .containsExactly(
                        tuple("to-pmlp", "VRS", Point.of(workingDays.plus(today, 3)), Point.of(today)),
                        tuple("serve", "VRS", Point.of(workingDays.plus(today, 3)), null));
    }

    @Test
    void whoever_is_held_is_released_and_the_judge_has_the_papers_before() {
        var opened = detentions.found(8, inspector);
        detentions.detained(opened, Duration.ofDays(3), inspector);
        var all = of(opened.caseId());
        var held = all.getFirst().from();
        assertThat(all)
                .extracting(Deadline::key)
                .containsExactly("detention-by-guard", "detention-total", "detention-submit");
        assertThat(all).allSatisfy(one -> assertThat(one.owner()).isEqualTo("VRS"));
        assertThat(all.get(0).until().end()).isEqualTo(held.end().plus(Duration.ofDays(10)));
        assertThat(all.get(2).until().end()).isEqualTo(held.end().plus(Duration.ofDays(8)));
        assertThat(all.get(2).from()).isEqualTo(all.get(0).until());
    }

    @Test
    void once_the_judge_has_the_papers_his_decision_is_awaited() {
        var opened = detentions.found(11, inspector);
        var id = detentions.detained(opened, Duration.ofDays(9), inspector);
        assertThat(isLate(id)).isTrue();
        var at = clock.instant().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MINUTES);

        as(inspector, () -> done(submit.run(new NoteSubmission.Input(id, 0, at, "Rīgas pilsētas tiesa"), inspector)));

        assertThat(isLate(id)).isFalse();
        var all = of(opened.caseId());
        assertThat(all)
                .filteredOn(one -> one.key().equals("detention-submit"))
                .singleElement()
                .satisfies(one -> assertThat(one.standing(clock.instant())).isEqualTo(Deadline.Standing.KEPT));
        assertThat(all)
                .filteredOn(one -> one.key().equals("detention-decision"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.owner()).isEqualTo("Rīgas pilsētas tiesa");
                    assertThat(one.until()).isEqualTo(Point.of(at.plus(Duration.ofHours(48))));
                });
        var before =
                new NoteSubmission.Input(id, 1, clock.instant().minus(Duration.ofDays(20)), "Rīgas pilsētas tiesa");
        var later = new NoteSubmission.Input(id, 1, clock.instant().plus(Duration.ofDays(1)), "Rīgas pilsētas tiesa");
        assertThat(refusals(as(inspector, () -> submit.run(before, inspector)))).containsExactly("BEFORE_DETENTION");
        assertThat(refusals(as(inspector, () -> submit.run(later, inspector)))).containsExactly("IN_FUTURE");
        assertThat(refusals(as(
                        inspector,
                        () -> submit.run(new NoteSubmission.Input(id, 0, at, "Rīgas pilsētas tiesa"), inspector))))
                .containsExactly("CHANGED_MEANWHILE");
    }

    private boolean isLate(UUID detention) {
        return samples.reading(held::now).stream()
                .filter(one -> one.id().equals(detention))
                .findFirst()
                .orElseThrow()
                .clock()
                .isLate(clock.instant());
    }

    @Test
    void nothing_is_due_of_a_law_the_register_does_not_have() {
        assertThat(parameters.find("departure.term.max", LocalDate.of(2005, 1, 1)))
                .isEmpty();
        assertThat(of(samples.open(inspector).caseId())).isEmpty();
    }

    @Test
    void the_page_says_how_each_was_worked_out() {
        var id = samples.served(order(), inspector, decider);
        var decision = samples.reading(() -> decisions.find(id).orElseThrow());
        // A request without a session states its purpose for none.
        var sessionless = new Actor(
                inspector.account(),
                inspector.name(),
                inspector.role(),
                inspector.institution(),
                inspector.unit(),
                null,
                null,
                null,
                inspector.request());
        as(sessionless, () -> {
            purposes.state(sessionless, new Purpose("FINDING", "Pārbaude", null), decision.personId());
            return true;
        });
        assertThat(mvc.get()
                        .uri("/cases/" + decision.caseId() + "/deadlines")
                        .with(user(inspector.account().toString()))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Izbraukt",
                        "Ārzemniekam",
                        "Apstrīdēt lēmumu",
                        "Imigrācijas likums, 43. pants",
                        "spēkā no 16.06.2011.",
                        "Noteiktais garums</dt><dd>14 dienu",
                        "Labprātīgas izbraukšanas īsākais termiņš: 7 dienas",
                        "rule=departure.term.max&amp;from=" + LatvianDates.numeric(LocalDate.now(clock))
                                + "&amp;length=14",
                        "/reference/terms?rule=departure.contest");
    }
}
