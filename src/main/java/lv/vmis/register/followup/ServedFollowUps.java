package lv.vmis.register.followup;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Services of follow-up decisions, as stored: each is entered once. */
@Component
class ServedFollowUps {

    private final JdbcClient jdbc;

    ServedFollowUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FollowUpServiceNote> of(UUID followUp) {
        return jdbc.sql(OF_FOLLOW_UP)
                .param("follow_up", followUp)
                .query(Rows.of(FollowUpServiceNote.class))
                .optional();
    }

    /** The follow-up decisions of a case that were served. */
    List<UUID> ofCase(UUID caseId) {
        return jdbc.sql(OF_CASE)
                .param("case", caseId)
                .query((row, _) -> row.getObject("follow_up_id", UUID.class))
                .list();
    }

    void add(FollowUp followUp, ServeFollowUp.Input in, Actor by, Instant now) {
        jdbc.sql(ADD)
                .param("follow_up", followUp.id())
                .param("person", followUp.personId().value())
                .param("served_on", in.servedOn())
                .param("manner", in.manner())
                .param("language", in.language())
                .param("note", in.note(), Types.VARCHAR)
                .param("unit", by.unit())
                .param("by", by.account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    static final String OF_FOLLOW_UP = """
            select s.served_on, s.manner, s.language, s.note, coalesce(a.name, '–') as served_by_name, s.noted_at
              from follow_up_service s
              left join account a on a.id = s.served_by
             where s.follow_up_id = :follow_up
            """;

    static final String OF_CASE = """
            select s.follow_up_id
              from follow_up_service s
              join follow_up f on f.id = s.follow_up_id
             where f.case_id = :case
             order by s.served_on, f.number
            """;

    static final String ADD = """
            insert into follow_up_service (follow_up_id, person_id, served_on, manner, language, note, unit, served_by, noted_at)
            values (:follow_up, :person, :served_on, :manner, :language, :note, :unit, :by, :now)
            """;
}
