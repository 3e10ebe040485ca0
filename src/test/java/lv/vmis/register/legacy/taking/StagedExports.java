package lv.vmis.register.legacy.taking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.legacy.export.Columns;
import lv.vmis.register.legacy.export.ExportReader;
import lv.vmis.register.legacy.export.Finding;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.export.RawRow;
import lv.vmis.register.legacy.export.RowSink;
import lv.vmis.register.legacy.export.Wish;
import lv.vmis.register.training.LegacyExports;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts rows into a taking-over as staging leaves them. */
final class StagedExports {

    private final JdbcClient jdbc;

    StagedExports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Invented exports in a folder. */
    static List<Path> invented(Path folder, int rows, int seed) throws IOException {
        LegacyExports.main(new String[] {folder.toString(), "--rows", "" + rows, "--seed", "" + seed});
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    UUID load(OldRegister register, String kind, Actor by) {
        var id = Ids.next();
        jdbc.sql(
                        "insert into old_load (id, register, kind, made_by, made_by_name, made_at) values (:id, :register, :kind, :by, :name, now())")
                .param("id", id)
                .param("register", register.name())
                .param("kind", kind)
                .param("by", by.account())
                .param("name", by.name())
                .update();
        return id;
    }

    /** Stages a file of an export; nothing when it is of another register, or of no table of entries or cases. */
    void stage(UUID load, OldRegister register, Path file, Actor by) {
        var rows = new ArrayList<RawRow>();
        var fields = new ArrayList<String>();
        try {
            var reader = ExportReader.usual();
            var layout = reader.look(file, Wish.NONE, _ -> {});
            var table = layout.table();
            if (table == null || table.register() != register) {
                return;
            }
            reader.read(file, Wish.NONE, new RowSink() {
                @Override
                public void columns(Columns columns) {
                    fields.addAll(columns.fields());
                }

                @Override
                public void row(RawRow row) {
                    rows.add(row);
                }

                @Override
                public void finding(Finding finding) {}
            });
            add(load, file.getFileName().toString(), table, fields, rows, by);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stages rows given by their cells, in the order of the fields of the table. */
    void stage(UUID load, String name, OldTable table, List<List<String>> cells, Actor by) {
        stage(load, name, table, table.fields().stream().map(OldField::name).toList(), cells, by);
    }

    /** Stages rows given by their cells, in the order of columns of one's own; a file by the name of <em>nošķelta</em> was cut. */
    void stage(UUID load, String name, OldTable table, List<String> columns, List<List<String>> cells, Actor by) {
        var file = file(load, name, table, columns, cells.size(), by);
        var row = 0L;
        for (var one : cells) {
            row++;
            add(file, row, one.getFirst(), one, true);
        }
        staged(file, cells.size(), !name.startsWith("nošķelta"), by);
    }

    private void add(UUID load, String name, OldTable table, List<String> fields, List<RawRow> rows, Actor by) {
        var file = file(load, name, table, fields, rows.size(), by);
        var place = fields.indexOf(table.key());
        for (var row : rows) {
            var cells =
                    row.cells().stream().map(cell -> cell.replace('\0', '␀')).toList();
            add(file, row.at().row(), place < cells.size() ? cells.get(place) : "", cells, row.whole());
        }
        staged(file, rows.size(), true, by);
    }

    private UUID file(UUID load, String name, OldTable table, List<String> fields, int rows, Actor by) {
        var file = Ids.next();
        jdbc.sql("""
                        insert into old_file (id, load_id, name, size, sha256, wish, format, old_table, header, columns, put_by, put_by_name, put_at)
                        values (:id, :load, :name, :rows, encode(sha256(:id::text::bytea), 'hex'), '{}', 'CSV', :table, true, :columns, :by,
                                :by_name, now())""")
                .param("id", file)
                .param("load", load)
                .param("name", name)
                .param("rows", rows)
                .param("table", table.name())
                .param("columns", fields.toArray(String[]::new))
                .param("by", by.account())
                .param("by_name", by.name())
                .update();
        return file;
    }

    private void add(UUID file, long row, String key, List<String> cells, boolean whole) {
        jdbc.sql("""
                        insert into old_row (file_id, row_no, line, key, raw, sha256, cells, whole)
                        values (:file, :row, :row, nullif(btrim(:key), ''), ''::bytea, repeat('0', 64), :cells, :whole)""")
                .param("file", file)
                .param("row", row)
                .param("key", key.strip())
                .param("cells", Objects.requireNonNull(cells).toArray(String[]::new))
                .param("whole", whole)
                .update();
    }

    private void staged(UUID file, long rows, boolean whole, Actor by) {
        jdbc.sql("update old_file set staged_by = :by, staged_at = now(), rows = :rows, whole = :whole where id = :id")
                .param("id", file)
                .param("rows", rows)
                .param("whole", whole)
                .param("by", by.account())
                .update();
    }
}
