package lv.vmis.register.legacy.staging;

import java.util.function.ObjLongConsumer;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.rule.StagedValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the staged files that count hold in a column. */
@Component
class ValuesOfFiles implements StagedValues {

    private final JdbcClient jdbc;

    ValuesOfFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void each(OldTable table, String header, ObjLongConsumer<String> value) {
        jdbc.sql(VALUES).param("table", table.name()).param("header", header).query(row -> {
            value.accept(row.getString("value"), row.getLong("rows"));
        });
    }

    static final String VALUES = """
            select r.cells[array_position(f.columns, :header)] as value, count(*) as rows
              from old_file f
              join old_row r on r.file_id = f.id
             where f.old_table = :table and f.taken_out_at is null and f.columns @> array[cast(:header as text)]
               and r.cells[array_position(f.columns, :header)] is not null
             group by 1
            """;
}
