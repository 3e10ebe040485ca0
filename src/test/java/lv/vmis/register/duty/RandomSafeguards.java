package lv.vmis.register.duty;

import java.util.ArrayList;
import java.util.List;
import lv.vmis.register.safeguard.AssessSafeguards;

/** What is assessed before somebody is removed, in random courses: mostly all of it, mostly clear. */
final class RandomSafeguards {

    private final ProcedureCourse course;

    RandomSafeguards(ProcedureCourse course) {
        this.course = course;
    }

    void assess(PaperCase of) {
        var on = course.date(of.opened);
        var given = new ArrayList<ProcedureModel.Answer>();
        for (var question : List.of("NON_REFOULEMENT", "ASYLUM", "REMEDY", "CHILD", "HEALTH", "FAMILY")) {
            if (!course.once(25)) {
                given.add(new ProcedureModel.Answer(question, !course.once(40), on));
            }
        }
        if (course.once(30)) {
            given.clear();
        }
        var isLate = course.once(25);
        var seen = of.answers.size() + (isLate ? 1 : 0);
        var in = new AssessSafeguards.Input(
                ProcedureCourse.id(of.id),
                seen,
                on,
                given.stream()
                        .map(one -> new AssessSafeguards.Answer(
                                one.question(), one.clear() ? "CLEAR" : "PREVENTS", "Uzklausīts"))
                        .toList());
        course.run(
                ProcedureCourse.VRS.getFirst(),
                "ASSESS " + given,
                of.assess(given, isLate, course.now),
                ProcedureCourse.bean(AssessSafeguards.class)::run,
                in,
                _ -> {});
    }
}
