package lv.vmis.register.ban;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews of long bans as stored, and which ban is to be reviewed until when. */
@Component
class BanReviews {

    private final JdbcClient jdbc;

    BanReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bans of an institution to be reviewed until a day, those due first at the top. */
    List<ReviewRow> due(@Nullable String institution, LocalDate today, LocalDate until, int most) {
        return jdbc.sql(DUE)
                .param("institution", institution)
                .param("today", today)
                .param("until", until)
                .param("most", most)
                .query(Rows.of(ReviewRow.class))
                .list();
    }

    /** The ban with its next review; nothing when it needs none. */
    Optional<ReviewRow> find(UUID ban, LocalDate today) {
        return jdbc.sql(FIND)
                .param("ban", ban)
                .param("today", today)
                .query(Rows.of(ReviewRow.class))
                .optional();
    }

    UUID add(ReviewRow row, ReviewBan.Input in, LocalDate today, Actor by, Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("ban", row.id())
                .param("person", row.personId().value())
                .param("due", row.dueOn())
                .param("today", today)
                .param("result", in.result().name())
                .param("reasons", in.reasons())
                .param("by", by.account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private static final String ROWS = """
            select c.id, c.decision_id, c.person_id, i.family_name, i.given_names, c.territory, c.legal_basis, c.term_months,
                   c.decision_number, c.decider, c.institution, c.decided_on, c.from_day, c.to_day, r.due_on
              from ban b
              join ban_clock c on c.id = b.id
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             cross join lateral (select ban_review_due(b.id, :today) as due_on) r
             where (b.term_months is null or b.term_months > 12) and r.due_on is not null
               and (c.to_day is null or c.to_day >= :today)
            """;

    static final String DUE = ROWS + """
               and r.due_on <= :until and (cast(:institution as text) is null or c.institution = :institution)
             order by r.due_on, c.id
             limit :most
            """;

    static final String FIND = ROWS + """
               and b.id = :ban
            """;

    static final String ADD = """
            insert into ban_review (id, ban_id, person_id, due_on, reviewed_on, result, reasons, reviewed_by, reviewed_at)
            values (:id, :ban, :person, :due, :today, :result, :reasons, :by, :now)
            """;
}
