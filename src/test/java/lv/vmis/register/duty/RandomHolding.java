package lv.vmis.register.duty;

import java.time.Duration;
import lv.vmis.register.detention.ExtendDetention;
import lv.vmis.register.detention.PlaceDetained;
import lv.vmis.register.detention.ReleaseDetained;
import lv.vmis.register.detention.WithdrawRuling;

/** Moves, holds longer and releases somebody who is held, rightly or wrongly. */
final class RandomHolding {

    private final ProcedureCourse course;

    RandomHolding(ProcedureCourse course) {
        this.course = course;
    }

    void hold(Procedure.Act act, PaperDetention held) {
        var by = ProcedureCourse.VRS.getFirst();
        var id = ProcedureCourse.id(held.id);
        switch (act) {
            case MOVE -> {
                var to = course.once(2) ? "VRS_AAIC_DAUGAVPILS" : "VRS_AAIC_MUCENIEKI";
                var in = new PlaceDetained.Input(id, course.version(id), to, course.moment(held.from));
                course.run(
                        by,
                        "MOVE " + in,
                        held.move(to, in.placedAt(), course.now),
                        ProcedureCourse.bean(PlaceDetained.class)::run,
                        in,
                        _ -> {});
            }
            case EXTEND -> {
                var decided = course.date(ProcedureModel.day(held.from));
                var to = switch (course.random.nextInt(6)) {
                    case 0 -> held.end(course.once(2) ? 6 : 18);
                    case 1 -> held.end(course.once(2) ? 6 : 18).plusSeconds(1);
                    case 2 ->
                        held.until
                                .atZone(ProcedureCourse.RIGA)
                                .plusMonths(2)
                                .plusSeconds(course.random.nextInt(2))
                                .toInstant();
                    case 3 -> held.until.plusSeconds(course.random.nextInt(2));
                    default -> held.until.plus(Duration.ofDays(1 + course.random.nextInt(70)));
                };
                var in = new ExtendDetention.Input(
                        id, course.version(id), course.once(4), "Rīgas pilsētas tiesa", "K-1", decided, to);
                var why = held.extend(in.isExceptional(), decided, to, by);
                course.run(by, "EXTEND " + in, why, ProcedureCourse.bean(ExtendDetention.class)::run, in, _ -> {});
            }
            case UNRULE -> {
                var other = course.once(6) ? course.worker("VRS") : ProcedureCourse.VRS.getLast();
                var isStale = course.once(20);
                var in = new WithdrawRuling.Input(id, course.version(id) + (isStale ? 1 : 0), "Cita persona");
                course.run(
                        other,
                        "UNRULE " + in,
                        held.withdrawRuling(other, isStale),
                        ProcedureCourse.bean(WithdrawRuling.class)::run,
                        in,
                        _ -> {});
            }
            default -> {
                var in = new ReleaseDetained.Input(id, course.version(id), course.moment(held.from), "OTHER", null);
                course.run(
                        by,
                        "RELEASE " + in,
                        held.release(in.releasedAt(), course.now),
                        ProcedureCourse.bean(ReleaseDetained.class)::run,
                        in,
                        _ -> {});
            }
        }
    }
}
