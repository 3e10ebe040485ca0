package lv.vmis.register.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.Passing;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Requests for files of long lists, as stored. */
@Component
public class Exports implements Passing {

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LegalParameters parameters;
    private final Clock clock;

    Exports(JdbcClient jdbc, JsonMapper json, LegalParameters parameters, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** The longest list whose file needs nobody else. */
    int alone() {
        return parameters.count("export.four_eyes", LocalDate.now(clock));
    }

    /** The longest list that is given out as a file. */
    int most() {
        return parameters.count("export.most", LocalDate.now(clock));
    }

    /** How long an approved list can be downloaded. */
    Period open() {
        return parameters.period("export.approval", LocalDate.now(clock));
    }

    Export.State state(Export export) {
        return export.state(clock.instant(), open());
    }

    Optional<Export> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(this::row).optional();
    }

    /**
     * The request, if this official can answer it: nobody else answers it before this transaction ends.
     *
     * @param version the version the official saw
     */
    Outcome<Export> toAnswer(UUID id, int version, Actor by) {
        var export = jdbc.sql(LOCK)
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find)
                .orElse(null);
        if (export == null) {
            return Outcome.refused(SelectionRefusal.EXPORT_UNKNOWN);
        }
        var blocked = export.blocked(version, by);
        return blocked == null ? Outcome.done(export) : Outcome.refused(blocked);
    }

    /** What the official has requested, and what waits for him when he may approve; newest first. */
    List<Export> of(Actor by, boolean isApprover) {
        return jdbc.sql(OF_OFFICIAL)
                .param("by", by.account())
                .param("institution", by.institution())
                .param("approver", isApprover)
                .param("shown", SHOWN)
                .query(this::row)
                .list();
    }

    /** How many wait for this official's answer. */
    public int waiting(Actor by) {
        return jdbc.sql(WAITING)
                .param("by", by.account())
                .param("institution", by.institution())
                .query(Integer.class)
                .single();
    }

    UUID request(Selection selection, int found, Purpose purpose, String reason, Actor by) {
        var id = Ids.next();
        jdbc.sql(REQUEST)
                .param("id", id)
                .param("asked", json.writeValueAsString(selection), Types.OTHER)
                .param("found", found)
                .param("purpose", purpose.code())
                .param("case_ref", purpose.caseRef())
                .param("reason", reason)
                .param("institution", by.institution())
                .param("by", by.account())
                .param("at", KeptSelections.utc(clock.instant()))
                .update();
        return id;
    }

    void answer(UUID id, String answer, @Nullable String reason, Actor by) {
        jdbc.sql(ANSWER)
                .param("id", id)
                .param("answer", answer)
                .param("reason", reason)
                .param("by", by.account())
                .param("at", KeptSelections.utc(clock.instant()))
                .update();
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public int removePast(OffsetDateTime now) {
        return jdbc.sql(REMOVE)
                .param("before", now.minus(parameters.period("export.retention", LocalDate.now(clock))))
                .update();
    }

    private Export row(ResultSet row, int number) throws SQLException {
        var reason = row.getString("reason");
        return new Export(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("asked"), Selection.class),
                row.getInt("found"),
                new Purpose(row.getString("purpose"), row.getString("case_ref"), reason),
                reason,
                row.getString("institution"),
                row.getObject("requested_by", UUID.class),
                row.getString("requested_by_name"),
                Objects.requireNonNull(instant(row, "requested_at")),
                row.getString("answer"),
                row.getString("answer_reason"),
                row.getString("decided_by_name"),
                instant(row, "decided_at"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static final String EXPORTS = """
            select x.id, x.asked, x.found, x.purpose, x.case_ref, x.reason, x.institution, x.requested_by,
                   coalesce(r.name, '–') as requested_by_name, x.requested_at, x.answer, x.answer_reason,
                   d.name as decided_by_name, x.decided_at, x.version
              from export x
              left join account r on r.id = x.requested_by
              left join account d on d.id = x.decided_by
            """;

    static final String FIND = EXPORTS + """
             where x.id = :id
            """;

    static final String LOCK = """
            select id
              from export
             where id = :id
               for update
            """;

    static final String OF_OFFICIAL = EXPORTS + """
             where x.requested_by = :by or (:approver and x.answer is null and x.institution = :institution)
             order by x.requested_at desc, x.id desc
             limit :shown
            """;

    static final String WAITING = """
            select count(*)
              from export
             where answer is null and institution = :institution and requested_by <> :by
            """;

    static final String REQUEST = """
            insert into export (id, asked, found, purpose, case_ref, reason, institution, requested_by, requested_at)
            values (:id, :asked, :found, :purpose, :case_ref, :reason, :institution, :by, :at)
            """;

    static final String ANSWER = """
            update export
               set answer = :answer, answer_reason = :reason, decided_by = :by, decided_at = :at, version = version + 1
             where id = :id
            """;

    static final String REMOVE = """
            delete from export
             where requested_at < :before
            """;
}
