package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.judgment.ChangeImprisonment;
import lv.vmis.register.judgment.EndJudgment;
import lv.vmis.register.judgment.EnterJudgment;
import lv.vmis.register.judgment.Imprisonment;
import lv.vmis.register.judgment.NameDestination;
import org.jspecify.annotations.Nullable;

/** Enters judgments of expulsion, what the prison tells, and their end, rightly or wrongly. */
final class RandomJudgments {

    private static final String PRISON = "Rīgas Centrālcietums";

    private final ProcedureCourse course;
    private final RandomFollowUps followUps;

    RandomJudgments(ProcedureCourse course, RandomFollowUps followUps) {
        this.course = course;
        this.followUps = followUps;
    }

    void enter(PaperPerson person) {
        var by = course.worker("VRS");
        var given = course.today().minusDays(20 + course.random.nextInt(60));
        var inForce = course.once(8)
                ? course.once(2) ? given.minusDays(1) : course.today().plusDays(1)
                : given.plusDays(course.random.nextInt(20));
        var bans = new ArrayList<ProcedureModel.Ban>();
        for (var i = course.random.nextInt(course.once(12) ? 3 : 2); i > 0; i--) {
            bans.add(
                    new ProcedureModel.Ban("LV", "KL-43-2", 36 + course.random.nextInt(course.once(8) ? 120 : 60) - 4));
        }
        var isInPrison = course.once(2);
        var placed = isInPrison ? given.minusDays(course.random.nextInt(100)) : null;
        var release = isInPrison ? release(placed) : null;
        var destination = course.once(3) ? course.pick(List.of("UZB", "UZB", "UZB", "EST", "LVA", "XXX")) : null;
        var judgment = new PaperJudgment("K" + course.random.nextInt(4), given, inForce, isInPrison, release);
        var in = new EnterJudgment.Input(
                ProcedureCourse.known(person.id),
                "RPT",
                judgment.number,
                given,
                inForce,
                destination,
                "Izraidīt no Latvijas Republikas.",
                bans.stream()
                        .map(ban -> new PlannedBan(BanTerritory.LV, ban.basis(), ban.months(), null))
                        .toList(),
                new Imprisonment(isInPrison ? PRISON : null, placed, null, release));
        var taken = new ArrayList<Paper>();
        var isNew = new boolean[1];
        var why = judgment.enter(person, by, destination, bans, placed, course.now, (paper, opens) -> {
            taken.add(paper);
            isNew[0] = opens;
        });
        course.run(by, "JUDGE " + in, why, ProcedureCourse.bean(EnterJudgment.class)::run, in, made -> {
            var paper = taken.getFirst();
            paper.id = made;
            if (isNew[0]) {
                paper.of.id = caseOf(made);
                person.cases.add(paper.of);
                course.cases.add(paper.of);
            }
            followUps.bans(paper);
        });
    }

    private @Nullable LocalDate release(@Nullable LocalDate placed) {
        return placed == null || course.once(5)
                ? null
                : course.once(12) ? placed.minusDays(1) : course.today().plusDays(course.random.nextInt(30) - 20);
    }

    private UUID caseOf(UUID decision) {
        return ProcedureCourse.jdbcAs(() -> course.jdbc
                .sql("select case_id from decision where id = :id")
                .param("id", decision)
                .query(UUID.class)
                .single());
    }

    void end(Paper paper) {
        var by = course.worker("VRS");
        var isStale = course.once(30);
        var judgment = paper.judgment;
        var on = course.once(8) && judgment != null
                ? judgment.inForce.minusDays(1)
                : course.today().minusDays(course.random.nextInt(3));
        var version = (judgment == null ? 0 : judgment.version) + (isStale ? 1 : 0);
        var in = new EndJudgment.Input(ProcedureCourse.id(paper.id), version, on, "PARDON", null);
        var why = PaperJudgment.end(paper, by, on, isStale);
        course.run(by, "END " + in, why, ProcedureCourse.bean(EndJudgment.class)::run, in, _ -> {});
    }

    void name(Paper paper) {
        var by = course.worker("VRS");
        var isStale = course.once(30);
        var judgment = paper.judgment;
        var state = course.once(5) ? course.pick(List.of("KAZ", "EST", "LVA", "XXX")) : "UZB";
        var version = (judgment == null ? 0 : judgment.version) + (isStale ? 1 : 0);
        var in = new NameDestination.Input(ProcedureCourse.id(paper.id), version, state);
        var why = PaperJudgment.name(paper, by, state, isStale, course.now);
        course.run(by, "NAME " + in, why, ProcedureCourse.bean(NameDestination.class)::run, in, _ -> {});
    }

    void prison(Paper paper) {
        var by = course.worker("VRS");
        var isStale = course.once(30);
        var judgment = paper.judgment;
        var isInPrison = !course.once(3);
        var placed = isInPrison ? course.today().minusDays(30 + course.random.nextInt(100)) : null;
        var release = placed == null ? null : release(placed);
        var version = (judgment == null ? 0 : judgment.version) + (isStale ? 1 : 0);
        var in = new ChangeImprisonment.Input(
                ProcedureCourse.id(paper.id),
                version,
                new Imprisonment(isInPrison ? PRISON : null, placed, null, release));
        var why = PaperJudgment.told(paper, by, isInPrison, placed, release, isStale);
        course.run(by, "PRISON " + in, why, ProcedureCourse.bean(ChangeImprisonment.class)::run, in, _ -> {});
    }
}
