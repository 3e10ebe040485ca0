package lv.vmis.register.duty;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.official;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
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
import lv.vmis.register.detention.ExtendDetention;
import lv.vmis.register.detention.PlaceDetained;
import lv.vmis.register.detention.ReleaseDetained;
import lv.vmis.register.followup.DeclineFollowUp;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.ServeFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.remedy.RemedyResult;
import lv.vmis.register.remedy.ResolveRemedy;
import lv.vmis.register.removal.NoteRemovalStep;
import lv.vmis.register.removal.StepKind;
import lv.vmis.register.returns.EnterFinding;
import lv.vmis.register.returns.HandOver;
import lv.vmis.register.safeguard.AssessSafeguards;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One random course of a family through the return procedure, on the real database and beside {@link ProcedureModel}: what is
 * done may be right or wrong, and at any time. After each step both must agree: whether it was refused and why, where each decision
 * stands, what is next in each case and until when, who is held, and on which days each ban holds.
 */
final class Procedure {

    private static final ZoneId RIGA = ZoneId.of("Europe/Riga");
    private static final int ACTS = 14;

    /** The application of all tests of the run. */
    @RegisterTest
    static class Application {}

    private static final ApplicationContext CONTEXT =
            new TestContextManager(Application.class).getTestContext().getApplicationContext();

    private static final Map<ProcedureModel.Official, Actor> OFFICIALS = new HashMap<>();
    private static final List<ProcedureModel.Official> VRS = List.of(known("inspektore"), known("vrs.vaditajs"));
    private static final List<ProcedureModel.Official> PMLP = List.of(known("lietvede"), known("pmlp.vaditajs"));

    private enum Act {
        HAND_OVER(3),
        PREPARE(14),
        SEND(12),
        GIVE_BACK(4),
        WITHDRAW(2),
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
        EXTEND(3),
        RELEASE(3);

        private final int weight;

        Act(int weight) {
            this.weight = weight;
        }

        private static final List<Act> WEIGHED = Stream.of(values())
                .flatMap(act -> Stream.generate(() -> act).limit(act.weight))
                .toList();
    }

    /** What happened in how many steps. */
    static final class Tally {
        int steps;
        int accepted;
        final Set<String> refusals = new TreeSet<>();
        final Set<String> states = new TreeSet<>();
    }

    private final Random random;
    private final Tally tally;
    private final List<String> log = new ArrayList<>();
    private final List<PaperCase> cases = new ArrayList<>();
    private final JdbcClient jdbc = CONTEXT.getBean(JdbcClient.class);
    private final Map<UUID, Integer> versions = new HashMap<>();
    private Instant now;

    private Procedure(long seed, LocalDate begin, Tally tally) {
        this.random = new Random(seed);
        this.now = begin.atTime(9, 0).atZone(RIGA).toInstant();
        this.tally = tally;
    }

    /** Lives through the course of this seed, begun in one of the years; nothing of it is kept. */
    static void live(long seed, int firstYear, int years, Tally tally) {
        var begin = LocalDate.of(firstYear, 1, 1).plusDays(new Random(seed).nextInt(years * 365));
        var course = new Procedure(seed, begin, tally);
        var transaction = new TransactionTemplate(CONTEXT.getBean(PlatformTransactionManager.class));
        try {
            as(actor(VRS.getFirst()), () -> {
                transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    course.course();
                });
                return true;
            });
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "course of seed %d, begun in %d–%d:%n%s"
                            .formatted(seed, firstYear, firstYear + years - 1, String.join("\n", course.log)),
                    failure);
        }
    }

    private void course() {
        var family = random.nextInt(4) == 0 ? 3 : 1;
        for (var i = 0; i < family; i++) {
            open();
        }
        versions.putAll(ProcedureStandings.compared(jdbc, cases, today(), tally.states));
        for (var n = 0; n < ACTS; n++) {
            now = now.plus(pause());
            var of = pick(cases);
            act(once(2) ? pick(Act.WEIGHED) : onward(of), of);
            versions.putAll(ProcedureStandings.compared(jdbc, cases, today(), tally.states));
        }
    }

    private Duration pause() {
        var seconds = 1 + random.nextInt(60);
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> Duration.ofMinutes(random.nextInt(300)).plusSeconds(seconds);
            case 5, 6, 7 -> Duration.ofHours(random.nextInt(72)).plusSeconds(seconds);
            case 8 -> Duration.ofDays(1 + random.nextInt(25)).plusSeconds(seconds);
            default ->
                Duration.ofDays(random.nextInt(10) == 0 ? random.nextInt(400) : random.nextInt(40))
                        .plusSeconds(seconds);
        };
    }

    private LocalDate today() {
        return ProcedureModel.day(now);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    /** Mostly today or shortly before, now and then too early or in the future. */
    private LocalDate date(LocalDate earliest) {
        return switch (random.nextInt(12)) {
            case 0 -> earliest.minusDays(1 + random.nextInt(3));
            case 1 -> today().plusDays(1 + random.nextInt(3));
            case 2, 3, 4 -> today().minusDays(random.nextInt(4));
            default -> today();
        };
    }

    private Instant moment(Instant earliest) {
        return switch (random.nextInt(12)) {
            case 0 -> earliest.minusSeconds(random.nextInt(90_000));
            case 1 -> now.plusSeconds(1 + random.nextInt(90_000));
            case 2, 3, 4 -> now.minusSeconds(random.nextInt(200_000));
            default -> now;
        };
    }

    private ProcedureModel.Official worker(String institution) {
        var own = institution.equals("VRS") ? VRS : PMLP;
        return once(15) ? pick(own.equals(VRS) ? PMLP : VRS) : own.get(once(8) ? 1 : 0);
    }

    private ProcedureModel.Official decider(String institution) {
        var own = institution.equals("VRS") ? VRS : PMLP;
        return once(15) ? pick(own.equals(VRS) ? PMLP : VRS) : own.get(once(8) ? 0 : 1);
    }

    private void open() {
        var by = once(3) ? PMLP.getFirst() : VRS.getFirst();
        var found = today().minusDays(once(4) ? random.nextInt(5) : 0);
        var born = once(8) ? found.minusYears(14).plusDays(random.nextInt(40) - 20) : LocalDate.of(1990, 5, 23);
        var first = cases.isEmpty() ? null : cases.getFirst();
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
        var facts = new EnterFinding.Facts(
                found, "INLAND", null, "Brīvības iela 1, Rīga", "Vīzas termiņš beidzies.", "IL2002-4-1");
        var opened = new PaperCase(by, born, found, today());
        var in = new EnterFinding.Input(null, person, first == null ? null : first.id, facts);
        run(
                by,
                "OPEN born " + born + " found " + found,
                Set.of(),
                bean(EnterFinding.class)::run,
                in,
                made -> opened.id = made.caseId());
        cases.add(opened);
    }

    /** What an official who does his work would do next, or might. */
    private Act onward(PaperCase of) {
        var next = of.next();
        if (!of.held.isEmpty() && of.held.getLast().released == null && once(3)) {
            return Act.RELEASE;
        }
        if (next == null) {
            return pick(List.of(Act.FOLLOW, Act.SIGN_FOLLOW, Act.TELL, Act.DEPART));
        }
        return switch (next.step()) {
            case "DECIDE" -> Act.PREPARE;
            case "FINISH" -> Act.SEND;
            case "SIGN" -> Act.SIGN;
            case "SERVE" -> Act.SERVE;
            case "SERVE_FOLLOW_UP" -> Act.TELL;
            case "AWAIT_RESULT" -> Act.RESOLVE;
            case "RESUME" -> pick(List.of(Act.FOLLOW, Act.SIGN_FOLLOW));
            case "LEAVE" -> pick(List.of(Act.FOLLOW, Act.SIGN_FOLLOW, Act.FILE, Act.DEPART, Act.PREPARE));
            default -> pick(List.of(Act.STEP, Act.STEP, Act.STEP, Act.ASSESS, Act.DEPART, Act.FILE));
        };
    }

    private void act(Act act, PaperCase of) {
        var paper = of.papers.isEmpty() ? null : once(5) ? pick(of.papers) : of.papers.getLast();
        var held = of.held.isEmpty() ? null : of.held.getLast();
        switch (act) {
            case HAND_OVER -> {
                var by = worker("VRS");
                var in = new HandOver.Input(id(of.id), version(of.id), "8. punkts");
                run(by, "HAND_OVER", of.handOver(by, today()), bean(HandOver.class)::run, in, _ -> {});
            }
            case PREPARE -> prepare(of);
            case ASSESS -> assess(of);
            case DETAIN -> {
                var at = moment(of.found.atStartOfDay(RIGA).toInstant());
                var place = once(3) ? once(4) ? "VRS_RIGA_IMIGRACIJA" : "VRS_AAIC_MUCENIEKI" : null;
                var in = new Detain.Input(
                        id(of.id), at, "NO_PLACE_OF_STAY", "VRS_RIGA_IMIGRACIJA", "Nav dzīvesvietas", place);
                var why = of.detain(at, place, now);
                run(
                        VRS.getFirst(),
                        "DETAIN " + in,
                        why,
                        bean(Detain.class)::run,
                        in,
                        made -> of.held.getLast().id = made);
            }
            case MOVE, EXTEND, RELEASE -> {
                if (held != null) {
                    hold(act, held);
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
        var by = worker(of.competent);
        var removal = once(2);
        var bans = new ArrayList<ProcedureModel.Ban>();
        var forPmlp = once(20) != by.institution().equals("PMLP");
        var basis = (forPmlp ? "IL2002-61-4-" : "IL2002-61-5-") + (removal ? 2 : 1);
        for (var i = random.nextInt(3); i > 0; i--) {
            var territory = bans.isEmpty() == once(20) ? "SCH" : "LV";
            bans.add(new ProcedureModel.Ban(territory, basis, 1 + random.nextInt(once(10) ? 70 : 36)));
        }
        Integer term = removal ? null : 7 + random.nextInt(24);
        if (once(20)) {
            term = removal ? Integer.valueOf(9) : once(2) ? null : Integer.valueOf(once(2) ? 6 : 31);
        }
        var isWrong = once(25);
        var text = new ProcedureModel.Text(
                removal,
                removal == isWrong ? "IL2002-41-1" : "IL2002-46-1-1",
                term,
                once(25) ? once(2) ? "LVA" : null : "UZB",
                bans);
        var draft = new Draft(
                removal ? DecisionKind.REMOVAL : DecisionKind.DEPARTURE_ORDER,
                text.basis(),
                text.destination(),
                term,
                "Uzturas nelikumīgi.",
                bans.stream()
                        .map(ban ->
                                new PlannedBan(BanTerritory.valueOf(ban.territory()), ban.basis(), ban.months(), null))
                        .toList());
        var in = new PrepareDecision.Input(id(of.id), draft);
        var why = of.prepare(by, text, now);
        run(by, "PREPARE " + text, why, bean(PrepareDecision.class)::run, in, made -> of.papers.getLast().id = made);
    }

    private void assess(PaperCase of) {
        var on = date(of.opened);
        var given = new ArrayList<ProcedureModel.Answer>();
        for (var question : List.of("NON_REFOULEMENT", "ASYLUM", "REMEDY", "CHILD", "HEALTH", "FAMILY")) {
            if (!once(25)) {
                given.add(new ProcedureModel.Answer(question, !once(40), on));
            }
        }
        if (once(30)) {
            given.clear();
        }
        var isLate = once(25);
        var seen = of.answers.size() + (isLate ? 1 : 0);
        var in = new AssessSafeguards.Input(
                id(of.id),
                seen,
                on,
                given.stream()
                        .map(one -> new AssessSafeguards.Answer(
                                one.question(), one.clear() ? "CLEAR" : "PREVENTS", "Uzklausīts"))
                        .toList());
        run(
                VRS.getFirst(),
                "ASSESS " + given,
                of.assess(given, isLate, today()),
                bean(AssessSafeguards.class)::run,
                in,
                _ -> {});
    }

    private void hold(Act act, PaperDetention held) {
        var by = VRS.getFirst();
        var id = id(held.id);
        switch (act) {
            case MOVE -> {
                var to = once(2) ? "VRS_AAIC_DAUGAVPILS" : "VRS_AAIC_MUCENIEKI";
                var in = new PlaceDetained.Input(id, version(id), to, moment(held.from));
                run(by, "MOVE " + in, held.move(to, in.placedAt(), now), bean(PlaceDetained.class)::run, in, _ -> {});
            }
            case EXTEND -> {
                var decided = date(ProcedureModel.day(held.from));
                var to = switch (random.nextInt(6)) {
                    case 0 -> held.end(once(2) ? 6 : 18);
                    case 1 -> held.end(once(2) ? 6 : 18).plusSeconds(1);
                    case 2 ->
                        held.until
                                .atZone(RIGA)
                                .plusMonths(2)
                                .plusSeconds(random.nextInt(2))
                                .toInstant();
                    case 3 -> held.until.plusSeconds(random.nextInt(2));
                    default -> held.until.plus(Duration.ofDays(1 + random.nextInt(70)));
                };
                var in =
                        new ExtendDetention.Input(id, version(id), once(4), "Rīgas pilsētas tiesa", "K-1", decided, to);
                var why = held.extend(in.isExceptional(), decided, to);
                run(by, "EXTEND " + in, why, bean(ExtendDetention.class)::run, in, _ -> {});
            }
            default -> {
                var in = new ReleaseDetained.Input(id, version(id), moment(held.from), "OTHER", null);
                run(
                        by,
                        "RELEASE " + in,
                        held.release(in.releasedAt(), now),
                        bean(ReleaseDetained.class)::run,
                        in,
                        _ -> {});
            }
        }
    }

    private void decide(Act act, Paper paper) {
        var institution = paper.by.institution();
        var worker = worker(institution);
        var decider = decider(institution);
        var id = id(paper.id);
        var isStale = once(30);
        var version = version(id) + (isStale ? 1 : 0);
        switch (act) {
            case SEND -> {
                var by = once(10) ? worker : paper.by;
                var in = new SendForSignature.Input(id, version);
                run(by, "SEND " + in, paper.send(by, isStale, now), bean(SendForSignature.class)::run, in, _ -> {});
            }
            case WITHDRAW -> {
                var by = once(5) ? worker : paper.by;
                var in = new WithdrawDraft.Input(id, version, "Kļūda");
                run(
                        by,
                        "WITHDRAW " + in,
                        paper.withdraw(by, isStale, now),
                        bean(WithdrawDraft.class)::run,
                        in,
                        _ -> {});
            }
            case GIVE_BACK -> {
                var in = new ReturnDraft.Input(id, version, "Papildināt");
                run(
                        decider,
                        "GIVE_BACK " + in,
                        paper.giveBack(decider, isStale, now),
                        bean(ReturnDraft.class)::run,
                        in,
                        _ -> {});
            }
            case SIGN -> {
                var in = new SignDecision.Input(id, version);
                run(
                        decider,
                        "SIGN " + in,
                        paper.sign(decider, isStale, now),
                        bean(SignDecision.class)::run,
                        in,
                        _ -> {});
                if (paper.signed != null) {
                    bans(paper);
                }
            }
            case SERVE -> {
                var on = date(paper.signed == null ? today() : paper.decided());
                var manner = once(8) ? "REFUSED_TO_SIGN" : once(40) ? "BY_PIGEON" : "SIGNED";
                var note = once(2) ? "Divi liecinieki" : null;
                var in = new ServeDecision.Input(id, on, manner, "ru", note);
                var why = paper.serve(on, manner, note != null, today());
                run(worker, "SERVE " + in, why, bean(ServeDecision.class)::run, in, _ -> {});
            }
            case DEPART -> {
                var on = date(paper.signed == null ? today() : paper.decided());
                var type = pick(List.of(
                        "VOLUNTARY", "ASSISTED", "FORCED", "FORCED_ESCORTED", "READMISSION", "COURT", "FORCED"));
                var to = once(10) ? pick(List.of("LVA", "EST", "NOR", "GBR", "UKR")) : "UZB";
                var in = new ConfirmDeparture.Input(id, on, "LIDOSTA_RIGA", to, type, null);
                var why = paper.depart(on, type, to, today());
                run(worker, "DEPART " + in, why, bean(ConfirmDeparture.class)::run, in, _ -> {});
            }
            case FILE -> {
                var on = date(paper.signed == null ? today() : paper.decided());
                var in = new FileRemedy.Input(id, RemedyKind.APPEAL, on, "Tiesa", null, !once(4), null);
                var why = paper.file(worker, on, in.suspends(), today());
                run(
                        worker,
                        "FILE " + in,
                        why,
                        bean(FileRemedy.class)::run,
                        in,
                        made -> paper.remedies.getLast().id = made);
            }
            case RESOLVE -> {
                if (!paper.remedies.isEmpty()) {
                    var remedy = paper.remedies.getLast();
                    var result = pick(List.of(RemedyResult.values()));
                    var in = new ResolveRemedy.Input(id(remedy.id), 0, result, date(remedy.filed), null, null);
                    var why = remedy.resolve(worker, result.name(), in.resultOn(), today());
                    run(worker, "RESOLVE " + in, why, bean(ResolveRemedy.class)::run, in, _ -> {});
                }
            }
            case FOLLOW -> follow(paper, worker);
            case SIGN_FOLLOW, DECLINE_FOLLOW -> answer(paper, decider, act == Act.SIGN_FOLLOW);
            case TELL -> tell(paper, worker);
            case STEP -> step(paper, worker);
            default -> throw new AssertionError(act);
        }
    }

    /** How the register names the bans of a decision. */
    private void bans(Paper paper) {
        jdbcAs(() -> jdbc.sql("select id, territory from ban where decision_id = :id and dropped_at is null")
                        .param("id", paper.id)
                        .query((row, _) -> Map.entry(row.getString("territory"), row.getObject("id", UUID.class)))
                        .list())
                .forEach(ban -> paper.bans.put(ban.getKey(), ban.getValue()));
    }

    private void follow(Paper paper, ProcedureModel.Official by) {
        var kind = pick(List.of(FollowUpKind.values()));
        var territories = List.copyOf(paper.bans.keySet());
        var isAboutBan = !territories.isEmpty() && (kind == FollowUpKind.REDUCE ? !once(10) : once(3));
        var territory = isAboutBan ? pick(territories) : null;
        var effect = date(paper.signed == null ? today() : paper.decided());
        var known = paper.leaveBy == null ? today() : paper.leaveBy;
        var isExtension = kind == FollowUpKind.EXTEND;
        if (isExtension) {
            territory = null;
        }
        var leaveBy = isExtension ? known.plusDays(once(8) ? random.nextInt(400) : random.nextInt(60) - 3) : null;
        var months = kind == FollowUpKind.REDUCE ? 1 + random.nextInt(40) : 0;
        if (months > 0 && territory == null && territories.isEmpty()) {
            months = 1;
        }
        var later = new PaperFollowUp(
                paper, territory, by, kind.name(), effect, leaveBy, months, once(30) ? "R122-12" : "APL-86");
        var in = new PrepareFollowUp.Input(
                id(paper.id),
                territory == null ? null : paper.bans.get(territory),
                kind,
                later.basis,
                effect,
                leaveBy,
                months == 0 ? null : months,
                "Pamats");
        run(by, "FOLLOW " + in, later.prepare(), bean(PrepareFollowUp.class)::run, in, made -> later.id = made);
    }

    private void answer(Paper paper, ProcedureModel.Official by, boolean signs) {
        if (paper.later.isEmpty()) {
            return;
        }
        var later = once(6) ? pick(paper.later) : paper.later.getLast();
        var isStale = once(30);
        var version = isStale ? 7 : 0;
        var why = later.answer(by, signs, isStale, now);
        if (signs) {
            var in = new SignFollowUp.Input(id(later.id), version);
            run(by, "SIGN_FOLLOW " + later.kind + in, why, bean(SignFollowUp.class)::run, in, _ -> {});
        } else {
            var in = new DeclineFollowUp.Input(id(later.id), version, "Nav pamata");
            run(by, "DECLINE_FOLLOW " + in, why, bean(DeclineFollowUp.class)::run, in, _ -> {});
        }
    }

    private void tell(Paper paper, ProcedureModel.Official by) {
        var waiting = paper.of.papers.stream()
                .flatMap(one -> one.later.stream())
                .filter(PaperFollowUp::isToTell)
                .toList();
        var from = waiting.isEmpty() || once(10) ? paper.later : waiting;
        if (from.isEmpty()) {
            return;
        }
        var later = pick(from);
        var on = date(later.signed == null ? today() : later.decided());
        var manner = once(8) ? "REFUSED_TO_SIGN" : once(40) ? "BY_PIGEON" : "SIGNED";
        var note = once(2) ? "Divi liecinieki" : null;
        var in = new ServeFollowUp.Input(id(later.id), on, manner, "ru", note);
        var why = later.tell(on, manner, note != null, today());
        run(by, "TELL " + later.kind + in, why, bean(ServeFollowUp.class)::run, in, _ -> {});
    }

    private void step(Paper paper, ProcedureModel.Official by) {
        // What is only noted beside a removal changes nothing of it.
        var noted = Set.of(StepKind.TRANSPORT_BOOKED, StepKind.ESCORT_NAMED, StepKind.MONITORED, StepKind.COST);
        var kind = pick(
                Stream.of(StepKind.values()).filter(one -> !noted.contains(one)).toList());
        if (once(3)) {
            kind = once(2) ? StepKind.SCHEDULED : StepKind.NOTIFIED;
        }
        var at = moment(paper.signed == null ? now : paper.signed);
        var isScheduled = kind == StepKind.SCHEDULED;
        var starts = isScheduled
                ? at.plus(once(20) ? Duration.ZERO : Duration.ofMinutes(30 + random.nextInt(once(2) ? 1500 : 9000)))
                : null;
        var until = kind == StepKind.POSTPONED && once(2) ? today().plusDays(random.nextInt(20)) : null;
        var note = kind == StepKind.FAILED || once(4) ? "Piezīme" : null;
        var outcome = switch (kind) {
            case DOCUMENT_ANSWERED -> "ISSUED";
            case READMISSION_ANSWERED -> "AGREED";
            case MEDICAL_CHECK -> "FIT";
            case SCHEDULED -> "FLIGHT";
            case NOTIFIED -> "SIGNED";
            case POSTPONED -> "TECHNICAL";
            case FAILED -> "RESISTANCE";
            case DOCUMENT_REQUESTED, READMISSION_REQUESTED, ALLOWANCE_PAID -> null;
            case TRANSPORT_BOOKED, ESCORT_NAMED, MONITORED, COST -> throw new IllegalStateException(kind.name());
        };
        var also = new ArrayList<Paper>();
        if (cases.size() > 1 && once(2)) {
            cases.stream()
                    .filter(one -> one != paper.of)
                    .flatMap(one -> once(10) ? one.papers.stream() : Stream.ofNullable(one.standing()))
                    .filter(one -> one.text.removal() || once(10))
                    .forEach(also::add);
        }
        var isLate = once(30);
        var in = new NoteRemovalStep.Input(
                id(paper.id),
                also.stream().map(one -> id(one.id)).toList(),
                paper.steps.size() + (isLate ? 1 : 0),
                kind,
                at,
                outcome,
                kind.asksState() ? "UZB" : null,
                null,
                starts,
                null,
                isScheduled ? 0 : null,
                kind == StepKind.NOTIFIED ? "ru" : null,
                until,
                note,
                null,
                null,
                null,
                null);
        var why = RemovalModel.step(paper, also, isLate, kind.name(), at, starts, until, note != null, now);
        run(by, "STEP " + in, why, bean(NoteRemovalStep.class)::run, in, _ -> {});
    }

    private interface Work<I, T> {
        Outcome<T> run(I in, Actor by);
    }

    private <I, T> void run(
            ProcedureModel.Official by, String what, Set<String> expected, Work<I, T> work, I in, Consumer<T> made) {
        log.add("%s %s %s".formatted(now.atZone(RIGA), by.login(), what));
        tally.steps++;
        var actor = actor(by);
        var outcome = as(actor, () -> RegisterClock.at(now, () -> work.run(in, actor)));
        Set<String> refused = switch (outcome) {
            case Outcome.Done<T>(var value) -> {
                if (expected.isEmpty()) {
                    made.accept(value);
                }
                yield Set.of();
            }
            case Outcome.Refused<T>(var reasons) ->
                new TreeSet<>(
                        reasons.stream().map(reason -> reason.code().name()).toList());
        };
        if (!refused.equals(expected)) {
            throw new AssertionError("%s: the register %s, the model %s".formatted(what, refused, expected));
        }
        tally.refusals.addAll(refused);
        if (refused.isEmpty()) {
            tally.accepted++;
        }
    }

    static <T> T jdbcAs(java.util.concurrent.Callable<T> work) {
        var transaction = new TransactionTemplate(CONTEXT.getBean(PlatformTransactionManager.class));
        return as(
                actor(VRS.getFirst()),
                () -> Objects.requireNonNull(transaction.execute(_ -> {
                    try {
                        return work.call();
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                })));
    }

    private int version(@Nullable UUID id) {
        return Objects.requireNonNull(versions.get(id));
    }

    static UUID id(@Nullable UUID id) {
        return Objects.requireNonNull(id);
    }

    private static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    private static Actor actor(ProcedureModel.Official official) {
        return Objects.requireNonNull(OFFICIALS.get(official));
    }

    private static ProcedureModel.Official known(String login) {
        var actor = official(login);
        var known = new ProcedureModel.Official(
                login, Objects.requireNonNull(actor.institution()), Objects.requireNonNull(actor.unit()));
        OFFICIALS.put(known, actor);
        return known;
    }
}
