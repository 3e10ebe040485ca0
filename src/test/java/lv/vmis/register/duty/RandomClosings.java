package lv.vmis.register.duty;

import java.util.List;
import lv.vmis.register.returns.CloseCase;
import lv.vmis.register.returns.ClosingReason;
import lv.vmis.register.returns.ReopenCase;

/** Closes cases and takes them up again, rightly or wrongly. */
final class RandomClosings {

    private final ProcedureCourse course;

    RandomClosings(ProcedureCourse course) {
        this.course = course;
    }

    void close(PaperCase of) {
        var by = course.worker(of.competent);
        var reason = of.asksToBeConcluded() && !course.once(4)
                ? ClosingReason.LEFT
                : course.pick(List.of(ClosingReason.values()));
        var on = course.once(8) ? of.opened.minusDays(1) : course.today().minusDays(course.random.nextInt(3));
        var in = new CloseCase.Input(ProcedureCourse.id(of.id), reason, on, "Zināms");
        var why = of.close(by, reason.name(), on, course.today());
        course.run(by, "CLOSE " + in, why, ProcedureCourse.bean(CloseCase.class)::run, in, _ -> {});
    }

    void reopen(PaperCase of) {
        var by = course.worker(of.competent);
        var in = new ReopenCase.Input(ProcedureCourse.id(of.id), "Atrasts");
        course.run(by, "REOPEN " + in, of.reopen(by), ProcedureCourse.bean(ReopenCase.class)::run, in, _ -> {});
    }
}
