package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Sources;
import lv.vmis.register.support.SqlConstant;
import org.junit.jupiter.api.Test;

/** PostgreSQL reads, resolves and plans every statement of the code on the migrated schema, with the application's rights. */
@RegisterTest
class SqlTest {

    private static final Pattern TEXT_BLOCK =
            // A statement is written whole, or goes on from another: ALL = ACCOUNT + """ …, LIST = ROWS + PAGE
            Pattern.compile(
                    "\"\"\"\\s+(?:select|insert|update|delete|merge|with|values)\\s|= [A-Z_]+ \\+ (?:\"\"\"|[A-Z_]+;)");

    private final HikariDataSource database;

    SqlTest(HikariDataSource database) {
        this.database = database;
    }

    @Test
    void every_statement_can_be_planned_by_the_application() throws SQLException {
        var statements = SqlConstant.all();
        var refused = new ArrayList<String>();
        try (var connection = plainConnection();
                var asking = connection.createStatement()) {
            for (var statement : statements) {
                try {
                    // A plan needs what a run needs: tables, columns, types and the right to each of them.
                    asking.execute("explain (generic_plan) " + statement.numbered());
                } catch (SQLException mistake) {
                    refused.add(statement + ": " + mistake.getMessage() + "\n" + statement.numbered());
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(statements).hasSizeGreaterThanOrEqualTo(140);
        // Every text that reads as a statement is such a constant: none is hidden in a method.
        assertThat(statements).hasSize((int) Sources.texts(Sources.ROOT, ".java").values().stream()
                .flatMap(text -> TEXT_BLOCK.matcher(text).results())
                .count());
    }

    /** Without parameters of the driver's own, so that {@code $1} reaches the server as written. */
    private Connection plainConnection() throws SQLException {
        var connection = DriverManager.getConnection(
                database.getJdbcUrl() + "?preferQueryMode=simple", database.getUsername(), database.getPassword());
        try (var role = connection.createStatement()) {
            role.execute(database.getConnectionInitSql());
        }
        return connection;
    }
}
