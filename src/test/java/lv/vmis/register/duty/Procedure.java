package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.ConfirmDeparture;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.decision.PrepareDecision;
import lv.vmis.register.decision.ReturnDraft;
import lv.vmis.register.decision.SendForSignature;
import lv.vmis.register.decision.ServeDecision;
import lv.vmis.register.decision.SignDecision;
import lv.vmis.register.decision.WithdrawDraft;
import lv.vmis.register.detention.Detain;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.remedy.RemedyResult;
import lv.vmis.register.remedy.ResolveRemedy;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.returns.HandOver;

/**
 * One random course of a family through the return procedure, on the real database and beside {@link ProcedureModel}: what is
 * done may be right or wrong, and at any time. After each step both must agree: whether it was refused and why, where each decision
 * stands, what is next in each case and until when, who is held, and on which days each ban holds.
 */
final class Procedure {

    private static final int ACTS = 22;

    /** From this seed on courses are of people who are held, released and held again. */
    static final long HELD = 1_000_000;

    private static final List<Act> HOLDING = List.of(
            Act.DETAIN,
            Act.DETAIN,
            Act.EXTEND,
            Act.EXTEND,
            Act.EXTEND,
            Act.UNRULE,
            Act.RELEASE,
            Act.AGAIN,
            Act.CLOSE,
            Act.REOPEN);

    enum Act {
        HAND_OVER(3),
        PREPARE(14),
        SEND(12),
        GIVE_BACK(4),
        WITHDRAW(3),
        SIGN(14),
        SERVE(12),
        DEPART(9),
        FOLLOW(9),
        SIGN_FOLLOW(8),
        DECLINE_FOLLOW(1),
        TELL(4),
        FILE(5),
        RESOLVE(5),
        ASSESS(8),
        STEP(14),
        DETAIN(4),
        MOVE(2),
        EXTEND(7),
        RELEASE(3),
        CLOSE(6),
        REOPEN(3),
        UNSERVE(2),
        UNDEPART(3),
        UNFILE(5),
        UNRESOLVE(7),
        UNSTEP(7),
        AGAIN(3),
        JUDGE(6),
        END(3),
        PRISON(6),
        NAME(5),
        /** Only in courses of those who are held. */
        UNRULE(0);

        private final int weight;

        Act(int weight) {
            this.weight = weight;
        }

        private static final List<Act> WEIGHED = Stream.of(values())
                .flatMap(act -> Stream.generate(() -> act).limit(act.weight))
                .toList();
    }

    private final ProcedureCourse course;
    private final RandomHolding holding;
    private final RandomFollowUps followUps;
    private final RandomRemovalSteps steps;
    private final RandomSafeguards safeguards;
    private final RandomLeaving leaving;
    private final RandomClosings closings;
    private final RandomWithdrawals withdrawals;
    private final RandomJudgments judgments;

    private final boolean isOfHolding;

    private Procedure(ProcedureCourse course, boolean isOfHolding) {
        this.course = course;
        this.isOfHolding = isOfHolding;
        this.holding = new RandomHolding(course);
        this.followUps = new RandomFollowUps(course);
        this.steps = new RandomRemovalSteps(course);
        this.safeguards = new RandomSafeguards(course);
        this.leaving = new RandomLeaving(course);
        this.closings = new RandomClosings(course);
        this.withdrawals = new RandomWithdrawals(course);
        this.judgments = new RandomJudgments(course, followUps);
    }

    /** Lives through the course of this seed, begun in one of the years; nothing of it is kept. */
    static void live(long seed, int firstYear, int years, ProcedureCourse.Tally tally) {
        var begin = LocalDate.of(firstYear, 1, 1).plusDays(new Random(seed).nextInt(years * 365));
        var course = new ProcedureCourse(seed, begin, tally);
        try {
            course.rolledBack(() -> new Procedure(course, seed >= HELD).course());
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "course of seed %d, begun in %d–%d:%n%s"
                            .formatted(seed, firstYear, firstYear + years - 1, String.join("\n", course.log)),
                    failure);
        }
    }

    private void course() {
        var family = course.random.nextInt(4) == 0 ? 3 : 1;
        for (var i = 0; i < family; i++) {
            open();
        }
        PaperPerson.together(course.cases.stream().map(one -> one.person).toList());
        // Some do little but their work: without them hardly anybody would be removed.
        var isDiligent = course.once(3);
        if (!isDiligent && course.once(2)) {
            again(course.pick(course.cases).person);
        }
        course.versions.putAll(
                ProcedureStandings.compared(course.jdbc, course.cases, course.today(), course.tally.states));
        var of = course.pick(course.cases);
        for (var n = 0; n < (isDiligent ? 2 * ACTS : ACTS); n++) {
            course.now = course.now.plus(course.pause());
            // Most of what happens follows what happened just before.
            of = course.once(3) ? course.pick(course.cases) : of;
            if (isOfHolding && !course.once(4)) {
                act(course.pick(HOLDING), of);
            } else {
                act(course.once(isDiligent ? 12 : 2) ? course.pick(Act.WEIGHED) : onward(of), of);
            }
            course.versions.putAll(
                    ProcedureStandings.compared(course.jdbc, course.cases, course.today(), course.tally.states));
        }
    }

    private void open() {
        var by = course.once(3) ? ProcedureCourse.PMLP.getFirst() : ProcedureCourse.VRS.getFirst();
        var found = course.today().minusDays(course.once(4) ? course.random.nextInt(5) : 0);
        var born = course.once(8)
                ? found.minusYears(14).plusDays(course.random.nextInt(40) - 20)
                : LocalDate.of(1990, 5, 23);
        var first = course.cases.isEmpty() ? null : course.cases.getFirst();
        var person = new NewPerson(
                "Rahimov",
                "Aziz",
                null,
                null,
                "M",
                PartialDate.of(born),
                "UZB",
                null,
                "UZB",
                "CITIZEN",
                null,
                "STATED",
                null,
                null);
        var opened = new PaperCase(new PaperPerson(born), by, found, course.now, true);
        found(opened, new EnterFinding.Input(null, person, first == null ? null : first.id, facts(found)));
    }

    /** He is found once more, and a case of its own is opened. */
    private void again(PaperPerson person) {
        var by = course.once(3) ? ProcedureCourse.PMLP.getFirst() : ProcedureCourse.VRS.getFirst();
        var found = course.today().minusDays(course.once(3) ? course.random.nextInt(10) : 0);
        var opened = new PaperCase(person, by, found, course.now, false);
        found(opened, new EnterFinding.Input(person.id, null, null, facts(found)));
    }

    private static EnterFinding.Facts facts(LocalDate found) {
        return new EnterFinding.Facts(
                found, "INLAND", null, "Brīvības iela 1, Rīga", "Vīzas termiņš beidzies.", "IL2002-4-1");
    }

    private void found(PaperCase opened, EnterFinding.Input in) {
        course.run(
                opened.by,
                "OPEN born " + opened.person.born + " found " + opened.found + " as case " + course.cases.size(),
                Set.of(),
                ProcedureCourse.bean(EnterFinding.class)::run,
                in,
                made -> {
                    opened.id = made.caseId();
                    opened.person.id = made.person();
                });
        opened.person.cases.add(opened);
        course.cases.add(opened);
    }

    /** What an official who does his work would do next, or might. */
    private Act onward(PaperCase of) {
        var next = of.next();
        if (!of.held.isEmpty() && of.held.getLast().released == null && course.once(3)) {
            return Act.RELEASE;
        }
        if (of.closed != null) {
            return course.pick(List.of(Act.REOPEN, Act.REOPEN, Act.SERVE, Act.FILE, Act.UNRESOLVE, Act.AGAIN));
        }
        if (next == null) {
            return course.pick(List.of(
                    Act.FOLLOW, Act.SIGN_FOLLOW, Act.TELL, Act.UNDEPART, Act.UNDEPART, Act.UNRESOLVE, Act.AGAIN));
        }
        return switch (next.step()) {
            case "DECIDE" -> Act.PREPARE;
            case "CONCLUDE" -> course.pick(List.of(Act.CLOSE, Act.CLOSE, Act.PREPARE));
            case "GONE" -> course.pick(List.of(Act.SERVE, Act.DEPART, Act.FOLLOW, Act.SIGN_FOLLOW));
            case "FINISH" -> Act.SEND;
            case "SIGN" -> Act.SIGN;
            case "SERVE" -> Act.SERVE;
            case "SERVE_FOLLOW_UP" -> Act.TELL;
            case "AWAIT_RESULT" -> course.pick(List.of(Act.RESOLVE, Act.RESOLVE, Act.RESOLVE, Act.UNFILE));
            case "RESUME" -> course.pick(List.of(Act.FOLLOW, Act.SIGN_FOLLOW));
            case "LEAVE" ->
                course.pick(List.of(
                        Act.FOLLOW,
                        Act.SIGN_FOLLOW,
                        Act.FILE,
                        Act.DEPART,
                        Act.DEPART,
                        Act.DEPART,
                        Act.UNSERVE,
                        Act.UNRESOLVE));
            default -> removing(of);
        };
    }

    private Act removing(PaperCase of) {
        var standing = of.standing();
        if (of.isUnsafe(course.today()) && course.once(2)) {
            return Act.ASSESS;
        }
        if (standing != null && standing.destination() == null && course.once(2)) {
            return Act.NAME;
        }
        return standing == null || RemovalModel.next(standing) != null
                ? course.pick(List.of(Act.STEP, Act.STEP, Act.STEP, Act.STEP, Act.DEPART, Act.FILE, Act.UNSTEP))
                : course.pick(List.of(Act.DEPART, Act.DEPART, Act.DEPART, Act.STEP, Act.FILE));
    }

    private void act(Act act, PaperCase of) {
        var paper = of.papers.isEmpty() ? null : course.once(5) ? course.pick(of.papers) : of.papers.getLast();
        var held = of.held.isEmpty() ? null : of.held.getLast();
        switch (act) {
            case HAND_OVER -> {
                var by = course.worker(of.competent);
                var in = new HandOver.Input(ProcedureCourse.id(of.id), course.version(of.id), "8. punkts");
                course.run(
                        by,
                        "HAND_OVER",
                        of.handOver(by, course.today()),
                        ProcedureCourse.bean(HandOver.class)::run,
                        in,
                        _ -> {});
            }
            case PREPARE -> prepare(of);
            case CLOSE -> closings.close(of);
            case REOPEN -> closings.reopen(of);
            case JUDGE -> judgments.enter(of.person);
            case AGAIN -> {
                if (of.person.cases.size() < 3) {
                    again(of.person);
                }
            }
            case ASSESS -> safeguards.assess(of);
            case DETAIN -> {
                var at = course.moment((of.found == null ? of.opened : of.found)
                        .atStartOfDay(ProcedureCourse.RIGA)
                        .toInstant());
                var place = course.once(3) ? course.once(4) ? "VRS_RIGA_IMIGRACIJA" : "VRS_AAIC_MUCENIEKI" : null;
                // Drawn apart, so that what was found by courses of this seed is still found.
                var ground = at.getEpochSecond() % 5 == 0 ? "ABSCONDED" : "NO_PLACE_OF_STAY";
                var lastResort = course.once(3) ? null : "Neviena vieta nav droša";
                var in = new Detain.Input(
                        ProcedureCourse.id(of.id),
                        at,
                        ground,
                        "VRS_RIGA_IMIGRACIJA",
                        "Nav dzīvesvietas",
                        lastResort,
                        place);
                var why = of.detain(at, ground, place, lastResort != null, course.now);
                course.run(
                        ProcedureCourse.VRS.getFirst(),
                        "DETAIN " + in,
                        why,
                        ProcedureCourse.bean(Detain.class)::run,
                        in,
                        made -> of.held.getLast().id = made);
            }
            case MOVE, EXTEND, RELEASE, UNRULE -> {
                if (held != null) {
                    holding.hold(act, held);
                }
            }
            default -> {
                if (paper != null) {
                    decide(act, paper);
                }
            }
        }
    }

    private void prepare(PaperCase of) {
        var by = course.worker(of.competent);
        var removal = course.once(2);
        var bans = new ArrayList<ProcedureModel.Ban>();
        var forPmlp = course.once(20) != by.institution().equals("PMLP");
        var basis = (forPmlp ? "IL2002-61-4-" : "IL2002-61-5-") + (removal ? 2 : 1);
        for (var i = course.random.nextInt(3); i > 0; i--) {
            var territory = bans.isEmpty() == course.once(20) ? "SCH" : "LV";
            bans.add(new ProcedureModel.Ban(territory, basis, 1 + course.random.nextInt(course.once(10) ? 70 : 36)));
        }
        Integer term = removal ? null : 7 + course.random.nextInt(24);
        if (course.once(20)) {
            term = removal ? Integer.valueOf(9) : course.once(2) ? null : Integer.valueOf(course.once(2) ? 6 : 31);
        }
        var isWrong = course.once(25);
        var text = new ProcedureModel.Text(
                removal,
                removal == isWrong ? "IL2002-41-1" : "IL2002-46-1-1",
                term,
                course.once(25) ? course.once(3) ? null : course.pick(List.of("LVA", "EST", "GBR")) : "UZB",
                bans);
        var draft = new Draft(
                removal ? DecisionKind.REMOVAL : DecisionKind.DEPARTURE_ORDER,
                text.basis(),
                text.destination(),
                term,
                "Uzturas nelikumīgi.",
                "Ģimenes nav.",
                bans.stream()
                        .map(ban ->
                                new PlannedBan(BanTerritory.valueOf(ban.territory()), ban.basis(), ban.months(), null))
                        .toList());
        var in = new PrepareDecision.Input(ProcedureCourse.id(of.id), draft);
        var why = of.prepare(by, text, course.now);
        course.run(
                by,
                "PREPARE " + text,
                why,
                ProcedureCourse.bean(PrepareDecision.class)::run,
                in,
                made -> of.papers.getLast().id = made);
    }

    private void decide(Act act, Paper paper) {
        var institution = paper.by.institution();
        var worker = course.worker(institution);
        var decider = course.decider(institution);
        var id = ProcedureCourse.id(paper.id);
        var isStale = course.once(30);
        var version = course.version(id) + (isStale ? 1 : 0);
        switch (act) {
            case SEND -> {
                var by = course.once(10) ? worker : paper.by;
                var in = new SendForSignature.Input(id, version);
                course.run(
                        by,
                        "SEND " + in,
                        paper.send(by, isStale, course.now),
                        ProcedureCourse.bean(SendForSignature.class)::run,
                        in,
                        _ -> {});
            }
            case WITHDRAW -> {
                var by = course.once(5) ? worker : paper.by;
                var in = new WithdrawDraft.Input(id, version, "Kļūda");
                course.run(
                        by,
                        "WITHDRAW " + in,
                        paper.withdraw(by, isStale, course.now),
                        ProcedureCourse.bean(WithdrawDraft.class)::run,
                        in,
                        _ -> {});
            }
            case GIVE_BACK -> {
                var in = new ReturnDraft.Input(id, version, "Papildināt");
                course.run(
                        decider,
                        "GIVE_BACK " + in,
                        paper.giveBack(decider, isStale, course.now),
                        ProcedureCourse.bean(ReturnDraft.class)::run,
                        in,
                        _ -> {});
            }
            case SIGN -> {
                var in = new SignDecision.Input(id, version);
                course.run(
                        decider,
                        "SIGN " + in,
                        paper.sign(decider, isStale, course.now),
                        ProcedureCourse.bean(SignDecision.class)::run,
                        in,
                        _ -> {});
                if (paper.signed != null) {
                    followUps.bans(paper);
                }
            }
            case SERVE -> {
                var on = course.date(paper.signed == null ? course.today() : paper.decided());
                var manner = course.once(8) ? "REFUSED_TO_SIGN" : course.once(40) ? "BY_PIGEON" : "SIGNED";
                var note = course.once(2) ? "Divi liecinieki" : null;
                var in = new ServeDecision.Input(id, on, manner, "ru", note);
                var why = paper.serve(worker, on, manner, note != null, course.now);
                course.run(worker, "SERVE " + in, why, ProcedureCourse.bean(ServeDecision.class)::run, in, _ -> {});
            }
            case DEPART -> {
                var how = leaving.how(paper);
                var in = leaving.told(id, how);
                var by = how.isForced() && !course.once(6) ? course.worker("VRS") : worker;
                var why = paper.depart(by, how, course.now);
                course.run(by, "DEPART " + in, why, ProcedureCourse.bean(ConfirmDeparture.class)::run, in, _ -> {});
                if (why.isEmpty() && how.isForced()) {
                    course.tally.removed++;
                }
            }
            case FILE -> {
                var on = course.date(paper.signed == null ? course.today() : paper.decided());
                var in = new FileRemedy.Input(id, RemedyKind.APPEAL, on, "Tiesa", null, !course.once(4), "Nepiekrīt");
                var why = paper.file(worker, on, in.suspends(), course.now);
                course.run(
                        worker,
                        "FILE " + in,
                        why,
                        ProcedureCourse.bean(FileRemedy.class)::run,
                        in,
                        made -> paper.remedies.getLast().id = made);
            }
            case RESOLVE -> {
                if (!paper.remedies.isEmpty()) {
                    var remedy = paper.remedies.getLast();
                    var result = course.pick(List.of(RemedyResult.values()));
                    var in = new ResolveRemedy.Input(
                            ProcedureCourse.id(remedy.id),
                            remedy.version,
                            result,
                            course.date(remedy.filed),
                            null,
                            null);
                    var why = remedy.resolve(worker, result.name(), in.resultOn(), course.now);
                    course.run(
                            worker, "RESOLVE " + in, why, ProcedureCourse.bean(ResolveRemedy.class)::run, in, _ -> {});
                }
            }
            case FOLLOW -> followUps.follow(paper, worker);
            case SIGN_FOLLOW, DECLINE_FOLLOW -> followUps.answer(paper, decider, act == Act.SIGN_FOLLOW);
            case TELL -> followUps.tell(paper, worker);
            case STEP -> steps.step(paper, worker);
            case END -> judgments.end(paper);
            case PRISON -> judgments.prison(paper);
            case NAME -> judgments.name(paper);
            case UNSERVE -> withdrawals.service(paper, decider);
            case UNDEPART -> withdrawals.departure(paper, decider);
            case UNFILE -> withdrawals.remedy(paper, decider);
            case UNRESOLVE -> withdrawals.result(paper, decider);
            case UNSTEP -> withdrawals.step(paper, decider);
            default -> throw new AssertionError(act);
        }
    }
}
