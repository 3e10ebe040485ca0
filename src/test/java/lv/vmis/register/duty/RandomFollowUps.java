package lv.vmis.register.duty;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.followup.DeclineFollowUp;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.ServeFollowUp;
import lv.vmis.register.followup.SignFollowUp;

/** Prepares, signs, declines and tells of follow-up decisions, rightly or wrongly. */
final class RandomFollowUps {

    private final ProcedureCourse course;

    RandomFollowUps(ProcedureCourse course) {
        this.course = course;
    }

    /** How the register names the bans of a decision. */
    void bans(Paper paper) {
        ProcedureCourse.jdbcAs(() -> course.jdbc
                        .sql("select id, territory from ban where decision_id = :id and dropped_at is null")
                        .param("id", paper.id)
                        .query((row, _) -> Map.entry(row.getString("territory"), row.getObject("id", UUID.class)))
                        .list())
                .forEach(ban -> paper.bans.put(ban.getKey(), ban.getValue()));
    }

    void follow(Paper paper, ProcedureModel.Official by) {
        var kind = course.once(3) ? FollowUpKind.AMEND : course.pick(List.of(FollowUpKind.values()));
        var territories = List.copyOf(paper.bans.keySet());
        var isAboutBan = !territories.isEmpty() && (kind == FollowUpKind.REDUCE ? !course.once(10) : course.once(3));
        var territory = isAboutBan ? course.pick(territories) : null;
        var effect = course.date(paper.signed == null ? course.today() : paper.decided());
        var known = paper.leaveBy == null ? course.today() : paper.leaveBy;
        var isExtension = kind == FollowUpKind.EXTEND;
        if (isExtension) {
            territory = null;
        }
        var leaveBy = isExtension
                ? known.plusDays(course.once(8) ? course.random.nextInt(400) : course.random.nextInt(60) - 3)
                : null;
        var months = kind == FollowUpKind.REDUCE ? 1 + course.random.nextInt(40) : 0;
        if (months > 0 && territory == null && territories.isEmpty()) {
            months = 1;
        }
        var destination = kind == FollowUpKind.AMEND
                ? course.once(4)
                        ? course.pick(List.of("UZB", "LVA", "EST", "GBR", "XXX"))
                        : course.pick(List.of("KAZ", "TJK", "UZB"))
                : null;
        var later =
                new PaperFollowUp(paper, territory, by, kind.name(), effect, leaveBy, months, destination, basis(kind));
        var in = new PrepareFollowUp.Input(
                ProcedureCourse.id(paper.id),
                territory == null ? null : paper.bans.get(territory),
                kind,
                later.basis,
                effect,
                leaveBy,
                months == 0 ? null : months,
                destination,
                "Pamats");
        course.run(
                by,
                "FOLLOW " + in,
                later.prepare(course.today()),
                ProcedureCourse.bean(PrepareFollowUp.class)::run,
                in,
                made -> later.id = made);
    }

    private String basis(FollowUpKind kind) {
        return course.once(30)
                ? "R122-12"
                : (kind == FollowUpKind.EXTEND) != course.once(40) ? "IL2002-43-3" : "APL-86";
    }

    void answer(Paper paper, ProcedureModel.Official by, boolean signs) {
        if (paper.later.isEmpty()) {
            return;
        }
        var later = course.once(6) ? course.pick(paper.later) : paper.later.getLast();
        var isStale = course.once(30);
        var version = isStale ? 7 : 0;
        var why = later.answer(by, signs, isStale, course.now);
        if (signs) {
            var in = new SignFollowUp.Input(ProcedureCourse.id(later.id), version);
            course.run(
                    by,
                    "SIGN_FOLLOW " + later.kind + in,
                    why,
                    ProcedureCourse.bean(SignFollowUp.class)::run,
                    in,
                    _ -> {});
        } else {
            var in = new DeclineFollowUp.Input(ProcedureCourse.id(later.id), version, "Nav pamata");
            course.run(by, "DECLINE_FOLLOW " + in, why, ProcedureCourse.bean(DeclineFollowUp.class)::run, in, _ -> {});
        }
    }

    void tell(Paper paper, ProcedureModel.Official by) {
        var waiting = paper.of.papers.stream()
                .flatMap(one -> one.later.stream())
                .filter(PaperFollowUp::isToTell)
                .toList();
        var from = waiting.isEmpty() || course.once(10) ? paper.later : waiting;
        if (from.isEmpty()) {
            return;
        }
        var later = course.pick(from);
        var on = course.date(later.signed == null ? course.today() : later.decided());
        var manner = course.once(8) ? "REFUSED_TO_SIGN" : course.once(40) ? "BY_PIGEON" : "SIGNED";
        var note = course.once(2) ? "Divi liecinieki" : null;
        var in = new ServeFollowUp.Input(ProcedureCourse.id(later.id), on, manner, "ru", note);
        var why = later.tell(on, manner, note != null, course.today());
        course.run(by, "TELL " + later.kind + in, why, ProcedureCourse.bean(ServeFollowUp.class)::run, in, _ -> {});
    }
}
