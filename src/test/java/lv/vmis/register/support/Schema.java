package lv.vmis.register.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The migrated schema as text, in an order that does not depend on the machine. */
public final class Schema {

    /** A column and the two promises of its comment. */
    public record Column(String table, String name, String comment) {}

    private final JdbcClient jdbc;

    public Schema(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.addAll(list(EXTENSIONS));
        lines.addAll(list(FUNCTIONS));
        lines.addAll(list(SEQUENCES));
        for (var relation : relations()) {
            lines.add("");
            lines.addAll(list(HEAD, relation));
            for (var part : List.of(COLUMNS, CONSTRAINTS, INDEXES, TRIGGERS, POLICIES, GRANTS, DEFINITION)) {
                list(part, relation).forEach(line -> lines.add("  " + line));
            }
        }
        return lines;
    }

    /** Tables and views, without partitions: their number follows the calendar. */
    public List<String> relations() {
        return list(RELATIONS);
    }

    public List<String> tables() {
        return list(TABLES);
    }

    public List<Column> columns() {
        return jdbc.sql(COMMENTS)
                .query((row, _) ->
                        new Column(row.getString("relname"), row.getString("attname"), row.getString("comment")))
                .list();
    }

    public String comment(String relation) {
        return Objects.requireNonNullElse(
                jdbc.sql(COMMENT).param("name", relation).query(String.class).single(), "");
    }

    /** Tables with a column about a person, whose rows nobody sees who does not act. */
    public List<String> personal() {
        return columns().stream()
                .filter(column -> column.comment().matches("[^|]*\\| (personal|special|restricted) \\|.*"))
                .map(Column::table)
                .distinct()
                .toList();
    }

    /** Of these, the ones that row security does not guard fully: on, forced, and by the one policy. */
    public List<String> unguarded() {
        return personal().stream()
                .filter(table -> jdbc.sql(GUARDED)
                                .param("name", table)
                                .query(Integer.class)
                                .single()
                        == 0)
                .toList();
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }

    private List<String> list(String sql, String relation) {
        return jdbc.sql(sql)
                .param("name", relation)
                .query((row, _) -> row.getString(1))
                .list();
    }

    static final String EXTENSIONS = """
            select 'extension ' || extname
              from pg_extension
             where extname <> 'plpgsql'
             order by extname
            """;

    static final String FUNCTIONS = """
            select 'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ') – '
                   || coalesce(obj_description(p.oid, 'pg_proc'), '')
              from pg_proc p
             where p.pronamespace = 'public'::regnamespace
               and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
             order by 1
            """;

    static final String SEQUENCES = """
            select 'sequence ' || relname
              from pg_class
             where relnamespace = 'public'::regnamespace and relkind = 'S'
             order by relname
            """;

    static final String RELATIONS = """
            select relname
              from pg_class
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and not relispartition
               and relname <> 'flyway_schema_history'
             order by relname
            """;

    static final String TABLES = """
            select relname
              from pg_class
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
               and relname <> 'flyway_schema_history'
             order by relname
            """;

    static final String COMMENT = """
            select obj_description(to_regclass(:name), 'pg_class')
            """;

    static final String HEAD = """
            select case relkind when 'r' then 'table ' when 'p' then 'partitioned table ' when 'v' then 'view '
                                else 'materialized view ' end
                   || relname || ' – ' || coalesce(obj_description(oid, 'pg_class'), '')
                   || case when reloptions is null then '' else ' ' || reloptions::text end
              from pg_class
             where oid = to_regclass(:name)
            """;

    static final String COLUMNS = """
            select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                   || case when a.attnotnull then ' not null' else '' end
                   || case when d.adbin is null then ''
                           when a.attgenerated <> '' then ' generated ' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '\\s+', ' ', 'g')
                           else ' default ' || pg_get_expr(d.adbin, d.adrelid) end
                   || coalesce(' – ' || col_description(a.attrelid, a.attnum), '')
              from pg_attribute a
              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
             where a.attrelid = to_regclass(:name) and a.attnum > 0 and not a.attisdropped
             order by a.attnum
            """;

    static final String CONSTRAINTS = """
            select 'constraint ' || conname || ' ' || regexp_replace(pg_get_constraintdef(oid), '\\s+', ' ', 'g')
              from pg_constraint
             where conrelid = to_regclass(:name) and contype <> 'n'
             order by conname
            """;

    static final String INDEXES = """
            select regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX (\\S+) ON \\S+ \\S+ ',
                                  'index \\2 \\1')
              from pg_index i
              join pg_class c on c.oid = i.indexrelid
             where i.indrelid = to_regclass(:name)
               and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
             order by c.relname
            """;

    static final String TRIGGERS = """
            select pg_get_triggerdef(oid)
              from pg_trigger
             where tgrelid = to_regclass(:name) and not tgisinternal
             order by tgname
            """;

    static final String POLICIES = """
            select line
              from (select 1 as place, 'row security'
                           || case when relforcerowsecurity then ' forced' else ' not forced' end as line
                      from pg_class
                     where oid = to_regclass(:name) and relrowsecurity
                    union all
                    select 2, 'policy ' || polname || ' using ' || coalesce(pg_get_expr(polqual, polrelid), '–')
                           || coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '')
                      from pg_policy
                     where polrelid = to_regclass(:name)) as lines
             order by place, line
            """;

    static final String GRANTS = """
            select 'grant ' || string_agg(lower(x.privilege_type), ', ' order by x.privilege_type) || ' to '
                   || coalesce(r.rolname, 'public')
              from pg_class c
             cross join aclexplode(c.relacl) x
              left join pg_roles r on r.oid = x.grantee
             where c.oid = to_regclass(:name) and x.grantee <> c.relowner
             group by r.rolname
             order by r.rolname
            """;

    static final String DEFINITION = """
            select regexp_replace(pg_get_viewdef(oid), '\\s+', ' ', 'g')
              from pg_class
             where oid = to_regclass(:name) and relkind in ('v', 'm')
            """;

    static final String COMMENTS = """
            select c.relname, a.attname, coalesce(col_description(c.oid, a.attnum), '') as comment
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
               and c.relname <> 'flyway_schema_history'
             order by c.relname, a.attnum
            """;

    static final String GUARDED = """
            select count(*)
              from pg_class c
             where c.oid = to_regclass(:name) and c.relrowsecurity and c.relforcerowsecurity
               and (select count(*) from pg_policy p where p.polrelid = c.oid) = 1
               and exists (select from pg_policy p
                            where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
                              and p.polwithcheck is null
                              and pg_get_expr(p.polqual, p.polrelid) = '( SELECT somebody_acts() AS somebody_acts)')
            """;
}
