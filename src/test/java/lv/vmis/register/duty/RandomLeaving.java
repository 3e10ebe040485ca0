package lv.vmis.register.duty;

import java.util.List;
import java.util.UUID;
import lv.vmis.register.decision.ConfirmDeparture;

/** Tells how somebody left, rightly or wrongly. */
final class RandomLeaving {

    private final ProcedureCourse course;

    RandomLeaving(ProcedureCourse course) {
        this.course = course;
    }

    ProcedureModel.Left how(Paper paper) {
        var on = course.date(paper.signed == null ? course.today() : paper.decided());
        var released = paper.of.held.isEmpty() ? null : paper.of.held.getLast().released;
        if (released != null && course.once(3)) {
            on = ProcedureModel.day(released).minusDays(course.random.nextInt(2));
        }
        var type = course.pick(
                List.of("VOLUNTARY", "ASSISTED", "FORCED", "FORCED_ESCORTED", "READMISSION", "COURT", "FORCED"));
        // Whoever prepared a removal carries it out, mostly.
        if (paper.text.removal() && RemovalModel.next(paper) == null && !course.once(4)) {
            type = "FORCED_ESCORTED";
        }
        var noon = on.atTime(12, 0).atZone(ProcedureCourse.RIGA).toInstant();
        var at = on.equals(course.today()) ? course.now : noon;
        var isForced = !ProcedureModel.BY_ONESELF.contains(type);
        return new ProcedureModel.Left(
                on,
                isForced && !course.once(15) ? at : null,
                type,
                course.once(8) ? course.pick(List.of("LVA", "EST", "NOR", "GBR", "UKR", "XXX")) : "UZB",
                course.once(20) ? "HEARSAY" : course.pick(List.of("VRS", "VRS", "PERSON", "MEMBER_STATE")),
                type.equals("ASSISTED") && !course.once(6),
                course.once(3),
                !course.once(4));
    }

    ConfirmDeparture.Input told(UUID decision, ProcedureModel.Left how) {
        return new ConfirmDeparture.Input(
                decision,
                how.on(),
                how.at(),
                "LIDOSTA_RIGA",
                how.destination(),
                how.type(),
                how.source(),
                how.isAssisted() ? "LOGISTIC" : null,
                how.isExcused() ? "Pārbaude nebija vajadzīga" : null,
                how.isProved() ? "Zīmogs" : null);
    }
}
