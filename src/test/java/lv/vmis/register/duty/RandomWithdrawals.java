package lv.vmis.register.duty;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.WithdrawDeparture;
import lv.vmis.register.decision.WithdrawServiceNote;
import lv.vmis.register.remedy.WithdrawRemedy;
import lv.vmis.register.remedy.WithdrawRemedyResult;
import lv.vmis.register.removal.WithdrawRemovalStep;

/** Withdraws what was entered about a decision as if by mistake, rightly or wrongly. */
final class RandomWithdrawals {

    private static final String WHY = "Cita persona";

    private final ProcedureCourse course;

    RandomWithdrawals(ProcedureCourse course) {
        this.course = course;
    }

    void service(Paper paper, ProcedureModel.Official by) {
        var isStale = course.once(30);
        var id = ProcedureCourse.id(paper.id);
        var in = new WithdrawServiceNote.Input(id, course.version(id) + (isStale ? 1 : 0), WHY);
        var why = PaperWithdrawals.service(paper, by, isStale);
        course.run(by, "UNSERVE " + in, why, ProcedureCourse.bean(WithdrawServiceNote.class)::run, in, _ -> {});
    }

    void departure(Paper paper, ProcedureModel.Official by) {
        var isStale = course.once(30);
        var id = ProcedureCourse.id(paper.id);
        var in = new WithdrawDeparture.Input(id, course.version(id) + (isStale ? 1 : 0), WHY);
        var why = PaperWithdrawals.departure(paper, by, isStale);
        course.run(by, "UNDEPART " + in, why, ProcedureCourse.bean(WithdrawDeparture.class)::run, in, _ -> {});
    }

    void remedy(Paper paper, ProcedureModel.Official by) {
        if (paper.remedies.isEmpty()) {
            return;
        }
        var remedy = paper.remedies.getLast();
        var isStale = course.once(30);
        var in = new WithdrawRemedy.Input(ProcedureCourse.id(remedy.id), remedy.version + (isStale ? 1 : 0), WHY);
        var why = PaperWithdrawals.remedy(remedy, by, isStale);
        course.run(by, "UNFILE " + in, why, ProcedureCourse.bean(WithdrawRemedy.class)::run, in, _ -> {});
    }

    void result(Paper paper, ProcedureModel.Official by) {
        if (paper.remedies.isEmpty()) {
            return;
        }
        var remedy = course.once(4) ? course.pick(paper.remedies) : paper.remedies.getLast();
        var isStale = course.once(30);
        var in = new WithdrawRemedyResult.Input(ProcedureCourse.id(remedy.id), remedy.version + (isStale ? 1 : 0), WHY);
        var why = PaperWithdrawals.result(remedy, by, isStale);
        course.run(by, "UNRESOLVE " + in, why, ProcedureCourse.bean(WithdrawRemedyResult.class)::run, in, _ -> {});
    }

    void step(Paper paper, ProcedureModel.Official by) {
        if (paper.steps.isEmpty()) {
            return;
        }
        var place = course.once(3) ? course.random.nextInt(paper.steps.size()) : paper.steps.size() - 1;
        var step = paper.steps.get(place);
        List<Paper> also = course.once(2)
                ? course.cases.stream()
                        .flatMap(one -> one.papers.stream())
                        .filter(one -> one != paper && !one.steps.isEmpty())
                        .filter(one -> one.steps.stream()
                                        .anyMatch(other -> other.noted().equals(step.noted()))
                                || course.once(20))
                        .toList()
                : List.of();
        var isStale = course.once(30);
        var ids = new HashSet<UUID>();
        also.forEach(one -> ids.add(ProcedureCourse.id(one.id)));
        var in = new WithdrawRemovalStep.Input(
                ProcedureCourse.id(paper.id),
                place + 1,
                paper.steps.size() + paper.withdrawnSteps.size() + (isStale ? 1 : 0),
                WHY,
                ids);
        var why = PaperWithdrawals.step(paper, step, also, by, isStale);
        course.run(by, "UNSTEP " + in, why, ProcedureCourse.bean(WithdrawRemovalStep.class)::run, in, _ -> {});
    }
}
