package lv.vmis.register.duty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;
import lv.vmis.register.removal.NoteRemovalStep;
import lv.vmis.register.removal.StepKind;

/** Notes what is done to carry out a removal, rightly or wrongly, also for several at once. */
final class RandomRemovalSteps {

    private final ProcedureCourse course;

    RandomRemovalSteps(ProcedureCourse course) {
        this.course = course;
    }

    void step(Paper paper, ProcedureModel.Official by) {
        // What is only noted beside a removal changes nothing of it.
        var noted = Set.of(StepKind.TRANSPORT_BOOKED, StepKind.ESCORT_NAMED, StepKind.MONITORED, StepKind.COST);
        var kind = course.pick(
                Stream.of(StepKind.values()).filter(one -> !noted.contains(one)).toList());
        if (course.once(3)) {
            kind = course.once(2) ? StepKind.SCHEDULED : StepKind.NOTIFIED;
        }
        var next = RemovalModel.next(paper);
        if (next != null && course.once(2)) {
            kind = StepKind.valueOf(next);
        }
        if (course.once(10)) {
            kind = StepKind.POSTPONED;
        }
        var at = course.moment(paper.signed == null ? course.now : paper.signed);
        var isScheduled = kind == StepKind.SCHEDULED;
        var starts = isScheduled
                ? at.plus(
                        course.once(20)
                                ? Duration.ZERO
                                : Duration.ofMinutes(30 + course.random.nextInt(course.once(2) ? 1500 : 9000)))
                : null;
        var until = kind == StepKind.POSTPONED && course.once(2)
                ? course.today().plusDays(course.random.nextInt(22) - 2)
                : null;
        var note = kind == StepKind.FAILED || course.once(4) ? "Piezīme" : null;
        var outcome = switch (kind) {
            case DOCUMENT_ANSWERED -> "ISSUED";
            case READMISSION_ANSWERED -> "AGREED";
            case MEDICAL_CHECK -> course.once(3) ? "UNFIT" : "FIT";
            case SCHEDULED -> "FLIGHT";
            case NOTIFIED -> "SIGNED";
            case POSTPONED -> "TECHNICAL";
            case FAILED -> "RESISTANCE";
            case DOCUMENT_REQUESTED, READMISSION_REQUESTED, ALLOWANCE_PAID -> null;
            case TRANSPORT_BOOKED, ESCORT_NAMED, MONITORED, COST -> throw new IllegalStateException(kind.name());
        };
        var also = new ArrayList<Paper>();
        if (course.cases.size() > 1 && course.once(2)) {
            course.cases.stream()
                    .filter(one -> one != paper.of)
                    .flatMap(one -> course.once(10) ? one.papers.stream() : Stream.ofNullable(one.standing()))
                    .filter(one -> one.text.removal() || course.once(10))
                    .forEach(also::add);
        }
        var isLate = course.once(30);
        var in = new NoteRemovalStep.Input(
                ProcedureCourse.id(paper.id),
                also.stream().map(one -> ProcedureCourse.id(one.id)).toList(),
                paper.steps.size() + paper.withdrawnSteps.size() + (isLate ? 1 : 0),
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
        var done = new ProcedureModel.Done(kind.name(), at, outcome, starts, until, course.now, by);
        var why = RemovalModel.step(paper, also, isLate, done, note != null, course.now);
        course.run(by, "STEP " + in, why, ProcedureCourse.bean(NoteRemovalStep.class)::run, in, _ -> {});
    }
}
