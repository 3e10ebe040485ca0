package lv.vmis.register.duty;

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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.decision.Decisions;
import lv.vmis.register.decision.PrepareDecision;
import lv.vmis.register.decision.ReturnDraft;
import lv.vmis.register.decision.SendForSignature;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.decision.WithdrawDeparture;
import lv.vmis.register.decision.WithdrawDraft;
import lv.vmis.register.duty.NextStepModel.Paper;
import lv.vmis.register.duty.NextStepModel.Sheet;
import lv.vmis.register.duty.NextStepModel.Untold;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.ServeFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.remedy.RemedyResult;
import lv.vmis.register.remedy.ResolveRemedy;
import lv.vmis.register.returns.HandOver;
import lv.vmis.register.returns.Obligation;
import lv.vmis.register.returns.ReturnCases;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.whereabouts.NoteWhereabouts;
import lv.vmis.register.whereabouts.SearchState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Random courses of a case on the real database, beside a model that says what is next: nobody falls through. */
@RegisterTest
class NextStepPropertyTest {

    private static final int COURSES = 45;

    private static final int ACTS = 20;

    private final DecisionSamples samples;
    private final PrepareDecision prepare;
    private final SendForSignature send;
    private final ReturnDraft giveBack;
    private final WithdrawDraft withdraw;
    private final SignDecision sign;
    private final ServeDecision serve;
    private final ConfirmDeparture depart;
    private final WithdrawDeparture stay;
    private final PrepareFollowUp follow;
    private final SignFollowUp signFollowUp;
    private final ServeFollowUp tell;
    private final FileRemedy file;
    private final ResolveRemedy resolve;
    private final HandOver handOver;
    private final NoteWhereabouts search;
    private final WaitingCases waiting;
    private final OpenObligations obligations;
    private final ReturnCases cases;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final LocalDate today;

    NextStepPropertyTest(
            DecisionSamples samples,
            PrepareDecision prepare,
            SendForSignature send,
            ReturnDraft giveBack,
            WithdrawDraft withdraw,
            SignDecision sign,
            ServeDecision serve,
            ConfirmDeparture depart,
            WithdrawDeparture stay,
            PrepareFollowUp follow,
            SignFollowUp signFollowUp,
            ServeFollowUp tell,
            FileRemedy file,
            ResolveRemedy resolve,
            HandOver handOver,
            NoteWhereabouts search,
            WaitingCases waiting,
            OpenObligations obligations,
            ReturnCases cases,
            Decisions decisions,
            JdbcClient jdbc,
            Clock clock) {
        this.samples = samples;
        this.prepare = prepare;
        this.send = send;
        this.giveBack = giveBack;
        this.withdraw = withdraw;
        this.sign = sign;
        this.serve = serve;
        this.depart = depart;
        this.stay = stay;
        this.follow = follow;
        this.signFollowUp = signFollowUp;
        this.tell = tell;
        this.file = file;
        this.resolve = resolve;
        this.handOver = handOver;
        this.search = search;
        this.waiting = waiting;
        this.obligations = obligations;
        this.cases = cases;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
    }

    private enum Act {
        PREPARE_ORDER,
        PREPARE_REMOVAL,
        SEND,
        GIVE_BACK,
        WITHDRAW,
        SIGN,
        SERVE,
        DEPART,
        DEPART_ELSEWHERE,
        STAY_AFTER_ALL,
        SUSPEND,
        RESUME,
        CANCEL,
        TELL,
        CONTEST,
        UPHOLD,
        COURT_CANCELS,
        HAND_OVER,
        MISS,
        SEARCH,
        FIND
    }

    /** After which complaints are looked for: what files one, and what may leave one without a result. */
    private static final Set<Act> COMPLAINED =
            EnumSet.of(Act.CONTEST, Act.CANCEL, Act.MISS, Act.UPHOLD, Act.DEPART_ELSEWHERE);

    @Test
    void whatever_officials_do_a_case_has_the_next_step_that_the_model_says() {
        var random = new Random(20261127);
        var seen = new EnumMap<NextStep, Integer>(NextStep.class);
        var seenBeside = 0;
        for (var i = 0; i < COURSES; i++) {
            var caseId = samples.open(official("inspektore")).caseId();
            var paper = new Paper();
            assertThat(step(caseId)).isEqualTo(NextStep.DECIDE);
            for (var n = 0; n < ACTS && !paper.left; ) {
                var act = Act.values()[random.nextInt(Act.values().length)];
                if (does(act, caseId, paper)) {
                    n++;
                    assertThat(step(caseId)).as("%s of course %d", act, i).isEqualTo(paper.next());
                    assertThat(isListed(caseId, paper))
                            .as("%s of course %d", act, i)
                            .isEqualTo(!paper.left);
                    if (paper.left || COMPLAINED.contains(act)) {
                        seenBeside += complaints(caseId, paper, "%s of course %d".formatted(act, i));
                    }
                    if (paper.next() != null) {
                        seen.merge(Objects.requireNonNull(paper.next()), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(seen).as("each step comes up").hasSize(NextStep.values().length);
        assertThat(seenBeside).as("complaints beside a step come up").isPositive();
        assertThat(samples.reading(() -> jdbc.sql("""
                        select count(*) from return_case c
                         where c.next_step is null and not is_closed(c.id)
                           and not exists (select 1 from departure e where e.case_id = c.id)
                        """).query(Integer.class).single()))
                .isZero();
    }

    @Test
    void an_open_case_without_a_next_step_is_refused() {
        var caseId = samples.open(official("inspektore")).caseId();
        assertThatThrownBy(() ->
                        samples.reading(() -> jdbc.sql("""
                        update return_case
                           set undecided = false, next_step = null, step_from = null, step_owner = null, step_unit = null
                         where id = :id
                        """).param("id", caseId).update()))
                .rootCause()
                .isInstanceOf(PSQLException.class)
                .hasMessageContaining("an open case has no next step");
    }

    /** Does it when it can be done now; the register agrees that it can. */
    private boolean does(Act act, UUID caseId, Paper paper) {
        var worker = official(paper.handed ? "lietvede" : "inspektore");
        var decider = official(paper.handed ? "pmlp.vaditajs" : "vrs.vaditajs");
        var draft = paper.draft;
        var decision = paper.decisions.peek();
        switch (act) {
            case PREPARE_ORDER, PREPARE_REMOVAL -> {
                if (draft != null) {
                    return false;
                }
                var isRemoval = act == Act.PREPARE_REMOVAL;
                var planned = isRemoval ? removal() : order();
                if (paper.asksToBeConcluded()) {
                    assertThat(refusals(
                                    as(worker, () -> prepare.run(new PrepareDecision.Input(caseId, planned), worker))))
                            .containsExactly("LEFT_UNDECIDED");
                    return false;
                }
                paper.draftIsRemoval = isRemoval;
                paper.draft = run(worker, () -> prepare.run(new PrepareDecision.Input(caseId, planned), worker));
                paper.sent = false;
            }
            case SEND -> {
                if (draft == null || paper.sent) {
                    return false;
                }
                run(worker, () -> send.run(new SendForSignature.Input(draft, version(draft)), worker));
                paper.sent = true;
            }
            case GIVE_BACK -> {
                if (draft == null || !paper.sent) {
                    return false;
                }
                run(decider, () -> giveBack.run(new ReturnDraft.Input(draft, version(draft), "Papildināt"), decider));
                paper.sent = false;
            }
            case WITHDRAW -> {
                if (draft == null || paper.sent) {
                    return false;
                }
                run(worker, () -> withdraw.run(new WithdrawDraft.Input(draft, version(draft), "Kļūda"), worker));
                paper.draft = null;
            }
            case SIGN -> {
                if (draft == null || !paper.sent) {
                    return false;
                }
                if (paper.asksToBeConcluded()) {
                    assertThat(refusals(as(
                                    decider, () -> sign.run(new SignDecision.Input(draft, version(draft)), decider))))
                            .containsExactly("LEFT_UNSIGNED");
                    return false;
                }
                run(decider, () -> sign.run(new SignDecision.Input(draft, version(draft)), decider));
                paper.decisions.push(new Sheet(draft, paper.draftIsRemoval));
                paper.draft = null;
            }
            case SERVE -> {
                if (decision == null || decision.served) {
                    return false;
                }
                run(worker, () -> serve.run(new ServeDecision.Input(decision.id, today, "SIGNED", "ru", null), worker));
                decision.served = true;
            }
            case DEPART -> {
                if (decision == null || !decision.served || draft != null) {
                    return false;
                }
                var in = new ConfirmDeparture.Input(decision.id, today, "LIDOSTA_RIGA", "UZB", "VOLUNTARY", "Zīmogs");
                if (decision.gone) {
                    assertThat(refusals(as(worker, () -> depart.run(in, worker))))
                            .containsExactly("LEFT_UNDER_OTHER");
                    return false;
                }
                run(worker, () -> depart.run(in, worker));
                paper.left = true;
            }
            case DEPART_ELSEWHERE -> {
                // He was found a second time, and left under that decision; what is signed later he has not left under.
                if (paper.leftElsewhere != null || paper.reviewOn != null) {
                    return false;
                }
                var person =
                        samples.reading(() -> cases.find(caseId).orElseThrow().personId());
                var other = samples.openFor(person, official("inspektore"));
                paper.leftElsewhere =
                        samples.departed(other, order(), official("inspektore"), official("vrs.vaditajs"));
                paper.decisions.forEach(one -> one.gone = true);
            }
            case STAY_AFTER_ALL -> {
                var mistaken = paper.leftElsewhere;
                if (mistaken == null) {
                    return false;
                }
                var second = official("inspektors");
                var in = new WithdrawDeparture.Input(mistaken, version(mistaken), "Cita persona");
                run(second, () -> stay.run(in, second));
                paper.leftElsewhere = null;
                paper.decisions.forEach(one -> one.gone = false);
            }
            case SUSPEND, RESUME, CANCEL -> {
                // What was carried out is not stopped any more.
                if (decision == null
                        || (act != Act.CANCEL && decision.suspended == (act == Act.SUSPEND))
                        || (act == Act.SUSPEND && decision.gone)) {
                    return false;
                }
                var in = new PrepareFollowUp.Input(
                        decision.id, null, FollowUpKind.valueOf(act.name()), "APL-86", today, null, null, "Pamats");
                var prepared = run(worker, () -> follow.run(in, worker));
                run(decider, () -> signFollowUp.run(new SignFollowUp.Input(prepared, 0), decider));
                decision.suspended = act == Act.SUSPEND;
                paper.untold.add(new Untold(prepared, decision, act == Act.CANCEL));
                if (act == Act.CANCEL) {
                    paper.decisions.pop();
                }
            }
            case TELL -> {
                var told = paper.toTell();
                if (told.isEmpty()) {
                    return false;
                }
                var in = new ServeFollowUp.Input(told.get().id(), today, "SIGNED", "ru", null);
                run(worker, () -> tell.run(in, worker));
                paper.untold.remove(told.get());
            }
            case CONTEST -> {
                if (decision == null || decision.remedy != null) {
                    return false;
                }
                var in = new FileRemedy.Input(decision.id, RemedyKind.CONTEST, today, "Tiesa", null, true, null);
                decision.remedy = run(worker, () -> file.run(in, worker));
                paper.contested.add(decision);
            }
            case UPHOLD, COURT_CANCELS -> {
                var remedy = decision == null ? null : decision.remedy;
                if (decision == null || remedy == null) {
                    return false;
                }
                var result = act == Act.UPHOLD ? RemedyResult.UPHELD : RemedyResult.CANCELLED;
                run(worker, () -> resolve.run(new ResolveRemedy.Input(remedy, 0, result, today, null, null), worker));
                decision.remedy = null;
                if (act == Act.COURT_CANCELS) {
                    paper.decisions.pop();
                }
            }
            case HAND_OVER -> {
                if (paper.handed || draft != null || decision != null) {
                    return false;
                }
                var seen =
                        samples.reading(() -> cases.find(caseId).orElseThrow().version());
                var outcome = as(worker, () -> handOver.run(new HandOver.Input(caseId, seen, "8. punkts"), worker));
                if (!refusals(outcome).isEmpty()) {
                    return false;
                }
                paper.handed = true;
                assertThat(owner(caseId)).isEqualTo("PMLP");
            }
            case MISS, SEARCH, FIND -> {
                if ((act == Act.MISS) != (paper.reviewOn == null)) {
                    return false;
                }
                paper.reviewOn = act == Act.FIND ? null : today.plusDays(1 + (paper.notes * 7) % 30);
                var kind = switch (act) {
                    case MISS -> SearchState.UNKNOWN;
                    case SEARCH -> SearchState.REVIEWED;
                    default -> SearchState.FOUND;
                };
                var in = new NoteWhereabouts.Input(caseId, paper.notes, kind, today, "Adrese", paper.reviewOn);
                run(worker, () -> search.run(in, worker));
                paper.notes++;
            }
        }
        return true;
    }

    private static <T> T run(Actor by, Callable<Outcome<T>> action) {
        return done(as(by, action));
    }

    private int version(UUID decision) {
        return samples.reading(
                () -> decisions.find(decision).map(Decision::version).orElseThrow());
    }

    /** Whether the list has the case, and a review by the day on which it is due. */
    private boolean isListed(UUID caseId, Paper paper) {
        return samples.reading(() -> {
            var number = cases.find(caseId).orElseThrow().number();
            return waiting.numbered(number).stream()
                    .anyMatch(one -> paper.reviewOn == null
                            || paper.reviewOn.equals(one.row().stepDue()));
        });
    }

    /** Every complaint without a result is awaited by the case, or stands beside it, also once the person has left. */
    private int complaints(UUID caseId, Paper paper, String when) {
        var expected = paper.contested.stream()
                .filter(one -> !one.isAwaited(paper.next(), paper.decisions.peek()))
                .flatMap(one -> Stream.ofNullable(one.remedy))
                .collect(Collectors.toSet());
        if (paper.contested.stream().allMatch(one -> one.remedy == null)) {
            return 0;
        }
        var person = samples.reading(() -> cases.find(caseId).orElseThrow().personId());
        assertThat(samples.reading(() -> obligations.of(
                        one -> one.kind() == Obligation.Kind.COMPLAINT && person.equals(one.personId()))))
                .extracting(one -> one.what().id())
                .as(when)
                .containsExactlyInAnyOrderElementsOf(expected);
        return expected.size();
    }

    private @Nullable NextStep step(UUID caseId) {
        var found = samples.reading(() -> jdbc.sql("select coalesce(next_step, '–') from return_case where id = :id")
                .param("id", caseId)
                .query(String.class)
                .single());
        return List.of(NextStep.values()).stream()
                .filter(step -> step.name().equals(found))
                .findFirst()
                .orElse(null);
    }

    private String owner(UUID caseId) {
        return samples.reading(() -> jdbc.sql("select step_owner from return_case where id = :id")
                .param("id", caseId)
                .query(String.class)
                .single());
    }
}
