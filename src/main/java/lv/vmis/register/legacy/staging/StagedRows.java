package lv.vmis.register.legacy.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.legacy.export.RawRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Raw rows of old registers, as stored: they are added once and read for ever. */
@Component
public class StagedRows {

    private final JdbcClient jdbc;

    StagedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last row that was staged, and its hash. */
    record Last(long rowNo, String sha256) {}

    /** Rows behind a place, in the order of the file. */
    public List<StagedRow> after(UUID file, long rowNo, int most) {
        return jdbc.sql(AFTER)
                .param("file", file)
                .param("after", rowNo)
                .param("most", most)
                .query((row, _) -> row(row))
                .list();
    }

    /** Rows with this number. */
    List<StagedRow> withKey(UUID file, String key, int most) {
        return jdbc.sql(WITH_KEY)
                .param("file", file)
                .param("key", key)
                .param("most", most)
                .query((row, _) -> row(row))
                .list();
    }

    /** Certain rows. */
    List<StagedRow> at(UUID file, List<Long> rows) {
        return jdbc.sql(AT)
                .param("file", file)
                .param("rows", rows.toArray(Long[]::new))
                .query((row, _) -> row(row))
                .list();
    }

    /** A number that several rows of the file have, and the first of them. */
    public record Repeated(String key, long first) {}

    List<Repeated> repeated(UUID file, int from, int most) {
        return jdbc.sql(REPEATED)
                .param("file", file)
                .param("from", from)
                .param("most", most)
                .query(lv.vmis.register.kernel.Rows.of(Repeated.class))
                .list();
    }

    /** A number and its row. */
    record Numbered(long rowNo, String key) {}

    /** Numbers behind a place, in the order of the file. */
    List<Numbered> numbersAfter(UUID file, long rowNo, int most) {
        return jdbc.sql(NUMBERS_AFTER)
                .param("file", file)
                .param("after", rowNo)
                .param("most", most)
                .query(lv.vmis.register.kernel.Rows.of(Numbered.class))
                .list();
    }

    Optional<Last> last(UUID file) {
        return jdbc.sql(LAST)
                .param("file", file)
                .query(lv.vmis.register.kernel.Rows.of(Last.class))
                .optional();
    }

    /** Adds rows in one statement. Row security takes no COPY; arrays are as quick here. */
    void add(UUID file, List<RawRow> rows, int keyPlace) {
        var count = rows.size();
        var rowNo = new Long[count];
        var line = new Long[count];
        var key = new @Nullable String[count];
        var raw = new byte[count][];
        var sha256 = new String[count];
        var cells = new String[count];
        var whole = new Boolean[count];
        for (var i = 0; i < count; i++) {
            var row = rows.get(i);
            rowNo[i] = row.at().row();
            line[i] = row.at().line();
            key[i] = key(row, keyPlace);
            raw[i] = row.raw();
            sha256[i] = row.sha256();
            cells[i] = literal(row.cells());
            whole[i] = row.whole();
        }
        jdbc.sql(ADD)
                .param("file", file)
                .param("row_no", rowNo)
                .param("line", line)
                .param("key", key)
                .param("raw", raw)
                .param("sha256", sha256)
                .param("cells", cells)
                .param("whole", whole)
                .update();
    }

    private static @Nullable String key(RawRow row, int place) {
        if (place < 0 || place >= row.cells().size()) {
            return null;
        }
        var key = storable(row.cells().get(place)).strip();
        return key.isEmpty() ? null : key;
    }

    /** PostgreSQL keeps no zero byte in a text: it is shown, and the raw bytes have it. */
    static String storable(String text) {
        return text.indexOf(0) < 0 ? text : text.replace('\0', '␀');
    }

    /** An array as PostgreSQL writes it: rows have different lengths, which an array of arrays cannot have. */
    private static String literal(List<String> cells) {
        var text = new StringBuilder(256).append('{');
        for (var i = 0; i < cells.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append('"');
            var cell = storable(cells.get(i));
            for (var at = 0; at < cell.length(); at++) {
                var sign = cell.charAt(at);
                if (sign == '"' || sign == '\\') {
                    text.append('\\');
                }
                text.append(sign);
            }
            text.append('"');
        }
        return text.append('}').toString();
    }

    private static StagedRow row(ResultSet row) throws SQLException {
        return new StagedRow(
                row.getLong("row_no"),
                row.getLong("line"),
                row.getString("key"),
                List.of((String[]) row.getArray("cells").getArray()),
                row.getBoolean("whole"));
    }

    static final String ADD = """
            insert into old_row (file_id, row_no, line, key, raw, sha256, cells, whole)
            select cast(:file as uuid), r.row_no, r.line, r.key, r.raw, r.sha256, cast(r.cells as text[]), r.whole
              from unnest(cast(:row_no as bigint[]), cast(:line as bigint[]), cast(:key as text[]), cast(:raw as bytea[]),
                          cast(:sha256 as text[]), cast(:cells as text[]), cast(:whole as boolean[]))
                   as r (row_no, line, key, raw, sha256, cells, whole)
            """;

    private static final String ROWS = """
            select r.row_no, r.line, r.key, r.cells, r.whole
              from old_row r
            """;

    static final String AFTER = ROWS + """
             where r.file_id = :file and r.row_no > :after
             order by r.row_no
             limit :most
            """;

    static final String WITH_KEY = ROWS + """
             where r.file_id = :file and left(r.key, 100) = left(:key, 100) and r.key = :key
             order by r.row_no
             limit :most
            """;

    static final String AT = ROWS + """
             where r.file_id = :file and r.row_no = any(:rows)
             order by r.row_no
            """;

    static final String LAST = """
            select row_no, sha256
              from old_row
             where file_id = :file
             order by row_no desc
             limit 1
            """;

    static final String REPEATED = """
            select r.key, r.row_no as first
              from (select unnest(p.repeated_first) as row_no from old_profile p where p.file_id = :file) f
              join old_row r on r.file_id = :file and r.row_no = f.row_no
             order by r.row_no
             limit :most offset :from
            """;

    static final String NUMBERS_AFTER = """
            select row_no, key
              from old_row
             where file_id = :file and row_no > :after and key is not null
             order by row_no
             limit :most
            """;
}
