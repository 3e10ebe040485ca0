package lv.vmis.register.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fixed texts of documents and reasons offered, as stored: which version is printed on a day, and the past of each. */
@Component
public class DocumentTemplates {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DocumentTemplates(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The Latvian texts that are printed on the day. */
    public FixedTexts latvian(DocumentKind kind, LocalDate day) {
        return inForce(kind, "lv", day)
                .orElseThrow(() -> new IllegalStateException("no texts of %s on %s".formatted(kind, day)));
    }

    public Optional<FixedTexts> inForce(DocumentKind kind, String language, LocalDate day) {
        return jdbc.sql(IN_FORCE)
                .param("kind", kind.name())
                .param("language", language)
                .param("day", day)
                .query(this::row)
                .optional()
                .map(DocumentTemplate::fixed);
    }

    /** The languages, beside Latvian, into which the kind is translated on the day. */
    public List<String> translations(DocumentKind kind, LocalDate day) {
        return jdbc.sql(TRANSLATIONS)
                .param("kind", kind.name())
                .param("day", day)
                .query((row, _) -> Objects.requireNonNull(row.getString("language")))
                .list();
    }

    /** The reasons offered on the day, for any of the legal bases. */
    public List<DocumentTemplate> reasons(List<String> bases, LocalDate day) {
        return jdbc.sql(REASONS)
                .param("bases", bases.toArray(String[]::new))
                .param("day", day)
                .query(this::row)
                .list();
    }

    /** The text of the reasons that were chosen, or else of the first that are offered for the basis on the day. */
    public Optional<TemplateText> reasons(@Nullable UUID chosen, String basis, LocalDate day) {
        return (chosen == null
                        ? reasons(List.of(basis), day).stream().findFirst()
                        : find(chosen).filter(found -> found.kind().isReasons() && found.approvedAt() != null))
                .map(found -> TemplateText.of(found.fixed().text("text")));
    }

    Optional<DocumentTemplate> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(this::row).optional();
    }

    /** The template, so that nobody else answers it before this transaction ends. */
    Optional<DocumentTemplate> locked(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().flatMap(this::find);
    }

    List<DocumentTemplate> all() {
        return jdbc.sql(ALL).query(this::row).list();
    }

    /** A new version that waits for approval; nothing if one waits already. */
    Optional<UUID> write(WriteTemplate.Input in, Actor by, Instant now) {
        var id = Ids.next();
        var written = jdbc.sql(WRITE)
                .param("id", id)
                .param("kind", in.kind().name())
                .param("language", in.language())
                .param("basis", in.legalBasis(), Types.VARCHAR)
                .param("name", in.name(), Types.VARCHAR)
                .param("from", in.validFrom())
                .param("texts", json.writeValueAsString(in.texts()), Types.OTHER)
                .param("by", by.account())
                .param("now", utc(now))
                .update();
        return written == 1 ? Optional.of(id) : Optional.empty();
    }

    void approve(UUID id, Actor by, Instant now) {
        jdbc.sql(APPROVE)
                .param("id", id)
                .param("by", by.account())
                .param("now", utc(now))
                .update();
    }

    void decline(UUID id, String reason, Actor by, Instant now) {
        jdbc.sql(DECLINE)
                .param("id", id)
                .param("reason", reason)
                .param("by", by.account())
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private DocumentTemplate row(ResultSet row, int number) throws SQLException {
        return new DocumentTemplate(
                row.getObject("id", UUID.class),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("language"),
                row.getString("legal_basis"),
                row.getString("name"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                json.readValue(row.getString("texts"), TEXTS),
                row.getString("source"),
                row.getObject("written_by", UUID.class),
                row.getString("written_by_name"),
                Objects.requireNonNull(instant(row, "written_at")),
                row.getString("approved_by_name"),
                instant(row, "approved_at"),
                row.getString("declined_by_name"),
                instant(row, "declined_at"),
                row.getString("decline_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static final String TEMPLATES = """
            select t.id, t.kind, t.language, t.legal_basis, t.name, t.version, t.valid_from, t.texts, t.source,
                   t.written_by, w.name as written_by_name, t.written_at, a.name as approved_by_name, t.approved_at,
                   d.name as declined_by_name, t.declined_at, t.decline_reason
              from document_template t
              left join account w on w.id = t.written_by
              left join account a on a.id = t.approved_by
              left join account d on d.id = t.declined_by
            """;

    static final String IN_FORCE = TEMPLATES + """
             where t.kind = :kind and t.language = :language and t.legal_basis is null
               and t.approved_at is not null and t.valid_from <= :day
             order by t.version desc
             limit 1
            """;

    static final String TRANSLATIONS = """
            select t.language
              from document_template t
              left join code c on c.list = 'language' and c.code = t.language
             where t.kind = :kind and t.language <> 'lv' and t.approved_at is not null and t.valid_from <= :day
             group by t.language
             order by min(c.sort), t.language
            """;

    static final String REASONS = TEMPLATES + """
             where t.kind = 'REASONS' and t.legal_basis = any(:bases) and t.approved_at is not null and t.valid_from <= :day
               and not exists (select 1
                                 from document_template n
                                where n.kind = t.kind and n.legal_basis = t.legal_basis and n.name = t.name
                                  and n.approved_at is not null and n.valid_from <= :day and n.version > t.version)
             order by array_position(:bases, t.legal_basis), t.written_at, t.name
            """;

    static final String FIND = TEMPLATES + """
             where t.id = :id
            """;

    static final String LOCK = """
            select id
              from document_template
             where id = :id
               for update
            """;

    static final String ALL = TEMPLATES + """
             order by t.kind, t.language, t.legal_basis, t.name, t.version desc
            """;

    static final String WRITE = """
            insert into document_template (id, kind, language, legal_basis, name, version, valid_from, texts, certainty, written_by,
                                           written_at)
            select :id, :kind, :language, :basis, :name,
                   (select coalesce(max(version), 0) + 1
                      from document_template
                     where kind = :kind and language = :language
                       and legal_basis is not distinct from cast(:basis as text) and name is not distinct from cast(:name as text)),
                   :from, :texts, 'confirmed', :by, :now
             where not exists (
                   select 1
                     from document_template
                    where kind = :kind and language = :language and approved_at is null and declined_at is null
                      and legal_basis is not distinct from cast(:basis as text) and name is not distinct from cast(:name as text))
            """;

    static final String APPROVE = """
            update document_template
               set approved_by = :by, approved_at = :now
             where id = :id
            """;

    static final String DECLINE = """
            update document_template
               set declined_by = :by, declined_at = :now, decline_reason = :reason
             where id = :id
            """;
}
