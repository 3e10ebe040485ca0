package lv.vmis.register.legacy.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.legacy.export.FileFormat;
import lv.vmis.register.legacy.export.Layout;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.export.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Files of takings-over, as stored. */
@Component
class OldFiles {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OldFiles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of the load, in the order they were put. */
    List<OldFile> of(UUID load) {
        return jdbc.sql(OF_LOAD)
                .param("load", load)
                .query((row, _) -> file(row))
                .list();
    }

    Optional<OldFile> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> file(row)).optional();
    }

    /** Nobody else changes it before this transaction ends. */
    Optional<OldFile> locked(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().flatMap(this::find);
    }

    /** Whoever puts the same bytes waits until this transaction ends. */
    void lock(String sha256) {
        jdbc.sql(LOCK_BYTES).param("sha256", sha256).query((_, _) -> true).list();
    }

    /** A file with the same bytes that counts, and is, or may be, of the same table and sheet. */
    Optional<OldFile> same(String sha256, Wish wish) {
        return jdbc.sql(SAME)
                .param("sha256", sha256)
                .param("table", wish.table() == null ? null : wish.table().name(), Types.VARCHAR)
                .param("sheet", wish.sheet(), Types.VARCHAR)
                .query((row, _) -> file(row))
                .optional();
    }

    /** Another file with the same bytes that turned out to be the same table. */
    Optional<OldFile> twin(UUID id, OldTable table, @Nullable String sheet) {
        return jdbc.sql(TWIN)
                .param("id", id)
                .param("table", table.name())
                .param("sheet", sheet, Types.VARCHAR)
                .query((row, _) -> file(row))
                .optional();
    }

    /** Those whose rows are still to be read: their bytes are needed. */
    List<UUID> awaited(List<UUID> ids) {
        return jdbc.sql(AWAITED)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Other files of the same table that count. */
    List<UUID> others(UUID id, OldTable table) {
        return jdbc.sql(OTHERS)
                .param("id", id)
                .param("table", table.name())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void add(PutFile.Input in, Actor by, Instant at) {
        jdbc.sql(ADD)
                .param("id", in.content().id())
                .param("load", in.load())
                .param("name", in.name())
                .param("size", in.content().size())
                .param("sha256", in.content().sha256())
                .param("wish", json.writeValueAsString(in.wish()))
                .param(
                        "table",
                        in.wish().table() == null ? null : in.wish().table().name(),
                        Types.VARCHAR)
                .param("sheet", in.wish().sheet(), Types.VARCHAR)
                .param("by", by.account())
                .param("by_name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Wish wish(UUID id) {
        return json.readValue(jdbc.sql(WISH).param("id", id).query(String.class).single(), Wish.class);
    }

    /** What the file turned out to be. */
    void looked(UUID id, Layout layout, OldTable table, List<String> columns) {
        jdbc.sql(LOOKED)
                .param("id", id)
                .param("format", layout.format().name())
                .param(
                        "code_page",
                        layout.codePage() == null ? null : layout.codePage().name(),
                        Types.VARCHAR)
                .param(
                        "separator",
                        layout.separator() == null ? null : layout.separator().toString(),
                        Types.VARCHAR)
                .param("sheet", layout.sheet(), Types.VARCHAR)
                .param("table", table.name())
                .param("header", layout.header())
                .param("columns", columns.toArray(String[]::new))
                .update();
    }

    void staged(UUID id, long rows, boolean whole, Instant at) {
        jdbc.sql(STAGED)
                .param("id", id)
                .param("rows", rows)
                .param("whole", whole)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether something became of its rows. */
    boolean isLoaded(UUID file) {
        return jdbc.sql(LOADED).param("file", file).query(Boolean.class).single();
    }

    void takeOut(TakeOutFile.Input in, Actor by, Instant at) {
        jdbc.sql(TAKE_OUT)
                .param("id", in.file())
                .param("why", in.why())
                .param("by", by.account())
                .param("by_name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static OldFile file(ResultSet row) throws SQLException {
        var table = (@Nullable String) row.getString("old_table");
        var format = (@Nullable String) row.getString("format");
        var columns = row.getArray("columns");
        return new OldFile(
                row.getObject("id", UUID.class),
                row.getObject("load_id", UUID.class),
                row.getInt("load_number"),
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                format == null ? null : FileFormat.valueOf(format),
                row.getString("code_page"),
                row.getString("separator"),
                row.getString("sheet"),
                table == null ? null : OldTable.valueOf(table),
                row.getObject("header", Boolean.class),
                columns == null ? List.of() : List.of((String[]) columns.getArray()),
                row.getLong("row_count"),
                row.getObject("whole", Boolean.class),
                row.getString("put_by_name"),
                row.getObject("put_at", OffsetDateTime.class),
                row.getObject("staged_at", OffsetDateTime.class),
                row.getString("taken_out_name"),
                row.getObject("taken_out_at", OffsetDateTime.class),
                row.getString("taken_out_why"),
                row.getLong("found"));
    }

    private static final String FILES = """
            select f.id, f.load_id, l.number as load_number, f.name, f.size, f.sha256, f.format, f.code_page, f.separator, f.sheet,
                   f.old_table, f.header, f.columns, f.whole, f.put_by_name, f.put_at, f.staged_at, f.taken_out_name, f.taken_out_at,
                   f.taken_out_why,
                   coalesce(f.rows, (select max(r.row_no) from old_row r where r.file_id = f.id), 0) as row_count,
                   (select coalesce(sum(c.found), 0) from old_finding_count c where c.file_id = f.id)::bigint as found
              from old_file f
              join old_load l on l.id = f.load_id
            """;

    static final String LOADED = """
            select exists (select 1 from old_outcome o where o.file_id = :file) as loaded
            """;

    static final String OF_LOAD = FILES + """
             where f.load_id = :load
             order by (f.taken_out_at is not null), f.put_at, f.id
            """;

    static final String FIND = FILES + """
             where f.id = :id
            """;

    static final String SAME = FILES + """
             where f.sha256 = :sha256 and f.taken_out_at is null
               and (cast(:table as text) is null or coalesce(f.old_table, f.wished_table, :table) = :table)
               and (cast(:sheet as text) is null or coalesce(f.sheet, f.wished_sheet, :sheet) = :sheet)
             order by f.put_at
             limit 1
            """;

    static final String TWIN = FILES + """
             where f.sha256 = (select o.sha256 from old_file o where o.id = :id) and f.id <> :id and f.taken_out_at is null
               and f.old_table = :table and f.sheet is not distinct from cast(:sheet as text)
             limit 1
            """;

    static final String OTHERS = """
            select id from old_file where old_table = :table and id <> :id and taken_out_at is null
            """;

    static final String LOCK = """
            select id from old_file where id = :id for update
            """;

    static final String LOCK_BYTES = """
            select pg_advisory_xact_lock(hashtextextended('old_file ' || :sha256, 0))
            """;

    static final String ADD = """
            insert into old_file (id, load_id, name, size, sha256, wish, wished_table, wished_sheet, put_by, put_by_name, put_at)
            values (:id, :load, :name, :size, :sha256, cast(:wish as jsonb), :table, :sheet, :by, :by_name, :at)
            """;

    static final String AWAITED = """
            select id from old_file where id = any(:ids) and staged_at is null and taken_out_at is null
            """;

    static final String WISH = """
            select wish::text from old_file where id = :id
            """;

    static final String LOOKED = """
            update old_file
               set format = :format, code_page = :code_page, separator = :separator, sheet = :sheet, old_table = :table, header = :header,
                   columns = :columns
             where id = :id and old_table is null
            """;

    static final String STAGED = """
            update old_file
               set rows = :rows, whole = :whole, staged_by = put_by, staged_at = :at
             where id = :id
            """;

    static final String TAKE_OUT = """
            update old_file
               set taken_out_by = :by, taken_out_name = :by_name, taken_out_at = :at, taken_out_why = :why
             where id = :id
            """;
}
