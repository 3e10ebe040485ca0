package lv.vmis.register.sis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Point;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when Latvia has to answer about the alerts of a case, and to review them. */
@Component
class AlertDeadlines implements Deadlines {

    private static final String KEEPER = "PMLP";

    private final JdbcClient jdbc;
    private final LegalParameters parameters;

    AlertDeadlines(JdbcClient jdbc, LegalParameters parameters) {
        this.jdbc = jdbc;
        this.parameters = parameters;
    }

    record Question(
            UUID id,
            Consultation.Kind kind,
            Instant askedAt,
            LocalDate dueOn,
            @Nullable Instant answeredAt) {}

    record ReviewDay(UUID id, LocalDate enteredOn, LocalDate reviewOn, boolean isLong) {}

    @Override
    public List<Deadline> of(UUID caseId) {
        var deadlines = new ArrayList<Deadline>();
        for (var one : jdbc.sql(QUESTIONS)
                .param("case", caseId)
                .query(Rows.of(Question.class))
                .list()) {
            var asked = LocalDate.ofInstant(one.askedAt(), RegisterClock.RIGA);
            deadlines.add(new Deadline(
                    "sis-answer",
                    KEEPER,
                    parameters.get(one.kind().term(), asked),
                    Point.of(asked),
                    Point.of(one.dueOn()),
                    null,
                    one.answeredAt() == null ? null : Point.of(one.answeredAt()),
                    "/sis/consultations/" + one.id()));
        }
        for (var one : jdbc.sql(REVIEW_DAYS)
                .param("case", caseId)
                .query(Rows.of(ReviewDay.class))
                .list()) {
            deadlines.add(new Deadline(
                    "sis-review",
                    KEEPER,
                    parameters.get(one.isLong() ? "sis.review.long" : "sis.review", one.enteredOn()),
                    Point.of(one.enteredOn()),
                    Point.of(one.reviewOn()),
                    null,
                    null,
                    "/sis/alerts/" + one.id() + "/review"));
        }
        return deadlines;
    }

    static final String QUESTIONS = """
            select c.id, c.kind, c.asked_at, c.due_on, c.answered_at
              from alert_consultation c
              join alert a on a.id = c.alert_id
              join decision d on d.id = a.decision_id
             where d.case_id = :case and c.direction = 'IN' and c.ended_on is null
             order by c.due_on
            """;

    /** Of alerts in SIS; those reviewed are counted from the review on. */
    static final String REVIEW_DAYS = """
            select a.id, coalesce((select max((r.decided_at at time zone 'Europe/Riga')::date)
                                     from alert_review r where r.alert_id = a.id), a.entered_on) as entered_on, a.review_on,
                   a.review_on > a.entered_on + interval '4 years' as is_long
              from alert a
              join decision d on d.id = a.decision_id
             where d.case_id = :case and a.state = 'ENTERED'
             order by a.review_on
            """;
}
