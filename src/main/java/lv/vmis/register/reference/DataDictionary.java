package lv.vmis.register.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import lv.vmis.register.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every table and column of the register with the legal item it serves, as the comments in the database say. */
@Component
public class DataDictionary {

    private final JdbcClient jdbc;

    DataDictionary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A table with the module that owns it.
     *
     * @param source where its rows come from
     * @param retention how long they are kept, and by what rule
     */
    public record Described(
            String name, String owner, String text, String source, String retention, List<Field> columns) {}

    /**
     * A column.
     *
     * @param item the legal item it serves
     * @param dataClass none, personal, special, restricted, official or secret
     */
    public record Field(String name, String type, String item, String dataClass, String text) {}

    record Comment(String tableName, String tableComment, String columnName, String type, String columnComment) {}

    public List<Described> tables() {
        var tables = new LinkedHashMap<String, Described>();
        for (var comment : jdbc.sql(COMMENTS).query(Rows.of(Comment.class)).list()) {
            var table = tables.computeIfAbsent(comment.tableName(), name -> {
                var parts = comment.tableComment().split("\\|", 3);
                var text = parts[0].split(":", 2);
                return new Described(
                        name,
                        text[0].strip(),
                        text.length < 2 ? "" : text[1].strip(),
                        parts.length < 3 ? "" : parts[1].strip(),
                        parts.length < 3 ? "" : parts[2].strip(),
                        new ArrayList<>());
            });
            var parts = comment.columnComment().split("\\|", 3);
            table.columns()
                    .add(new Field(
                            comment.columnName(),
                            comment.type(),
                            parts.length < 3 ? "" : parts[0].strip(),
                            parts.length < 3 ? "none" : parts[1].strip(),
                            parts[parts.length - 1].strip()));
        }
        return List.copyOf(tables.values());
    }

    static final String COMMENTS = """
            select c.relname as table_name, coalesce(obj_description(c.oid, 'pg_class'), '') as table_comment,
                   a.attname as column_name, format_type(a.atttypid, null) as type,
                   coalesce(col_description(c.oid, a.attnum), '') as column_comment
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
               and c.relname <> 'flyway_schema_history'
             order by split_part(coalesce(obj_description(c.oid, 'pg_class'), ''), ':', 1), c.relname, a.attnum
            """;
}
