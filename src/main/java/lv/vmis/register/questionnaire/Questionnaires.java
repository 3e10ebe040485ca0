package lv.vmis.register.questionnaire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.decision.Decision;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Questionnaires for travel documents, as stored: replaced by new versions and never changed. */
@Component
public class Questionnaires {

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Questionnaires(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The version that counts. */
    public Optional<Questionnaire> latest(UUID decision) {
        return of(decision).stream().findFirst();
    }

    /** All versions, the latest first. */
    List<Questionnaire> of(UUID decision) {
        return jdbc.sql(OF_DECISION)
                .param("decision", decision)
                .query((row, _) -> version(row))
                .list();
    }

    private Questionnaire version(ResultSet row) throws SQLException {
        return new Questionnaire(
                row.getInt("version"),
                json.readValue(row.getString("answers"), ANSWERS),
                row.getString("language"),
                row.getString("interpreter"),
                row.getString("unit"),
                row.getString("official"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    void add(FillQuestionnaire.Input in, Decision decision, Actor by, Instant now) {
        jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("decision", decision.id())
                .param("person", decision.personId().value())
                .param("version", in.seen() + 1)
                .param("answers", json.writeValueAsString(in.answers()))
                .param("language", in.language(), Types.VARCHAR)
                .param("interpreter", in.interpreter(), Types.VARCHAR)
                .param("unit", by.unit())
                .param("by", by.account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    static final String OF_DECISION = """
            select q.version, q.answers, q.language, q.interpreter, q.unit, coalesce(a.name, '–') as official, q.entered_at
              from questionnaire q
              left join account a on a.id = q.entered_by
             where q.decision_id = :decision
             order by q.version desc
            """;

    static final String ADD = """
            insert into questionnaire (id, decision_id, person_id, version, answers, language, interpreter, unit, entered_by,
                                       entered_at)
            values (:id, :decision, :person, :version, cast(:answers as jsonb), :language, :interpreter, :unit, :by, :now)
            """;
}
