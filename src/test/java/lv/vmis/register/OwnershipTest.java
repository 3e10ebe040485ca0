package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Sources;
import lv.vmis.register.support.SqlConstant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading across modules is allowed; a table is written by its owner only, the first word of the table's comment. */
@RegisterTest
class OwnershipTest {

    private static final Pattern WRITES = Pattern.compile(
            "(?i)\\b(?:insert\\s+into|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?|copy|(?<!do\\s)(?<!for\\s)(?<!key\\s)update)\\s+(?:only\\s+)?(?:public\\.)?([a-z_0-9]+)");

    private final JdbcClient jdbc;

    OwnershipTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void only_the_owner_writes_a_table() {
        Map<String, String> owners = jdbc.sql(OWNERS).query().listOfRows().stream()
                .collect(Collectors.toMap(row -> (String) row.get("name"), row -> (String) row.get("owner")));
        var trespasses = new ArrayList<String>();
        var written = new HashSet<String>();
        for (var statement : SqlConstant.all()) {
            var matcher = WRITES.matcher(statement.sql().replaceAll("--.*", ""));
            while (matcher.find()) {
                var table = matcher.group(1);
                written.add(table);
                var owner = owners.get(table);
                if (!statement.module().equals(owner)) {
                    trespasses.add("%s writes %s, which belongs to %s".formatted(statement, table, owner));
                }
            }
        }

        assertThat(trespasses).isEmpty();
        assertThat(written).hasSizeGreaterThanOrEqualTo(6).contains("entry", "account", "submission");
        assertThat(owners).hasSizeGreaterThanOrEqualTo(30);
        assertThat(Sources.modules()).containsAll(new HashSet<>(owners.values()));
    }

    static final String OWNERS = """
            select c.relname as name, coalesce(split_part(obj_description(c.oid, 'pg_class'), ':', 1), '') as owner
              from pg_class c
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
               and not c.relispartition and c.relname <> 'flyway_schema_history'
            """;
}
