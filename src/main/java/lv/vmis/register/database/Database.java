package lv.vmis.register.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Connections for the application (role {@code register_app}: no DDL, cannot change the journal) and for migrations (role
 * {@code register_owner}). Analysts and auditors connect by themselves as {@code register_reader}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class Database {

    private static final String NAME = "register";

    @Bean
    Server server(DatabaseSettings settings) throws IOException, SQLException {
        return settings.isEmbedded() ? embedded(settings) : given(settings);
    }

    @Bean
    @Primary
    DataSource dataSource(Server server, DatabaseSettings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("register");
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.app().user());
        pool.setPassword(server.app().password());
        pool.setConnectionInitSql("set role register_app");
        pool.setMaximumPoolSize(settings.connections());
        pool.setConnectionTimeout(4_000);
        pool.setValidationTimeout(1_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The register has some nine hundred statements; what falls out of the cache is planned anew each time.
        pool.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        pool.addDataSourceProperty("ApplicationName", "register");
        // The details of a refused row would carry what was typed into the log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        // A server that neither answers nor refuses must not hold an official for ever.
        pool.addDataSourceProperty("connectTimeout", "4");
        pool.addDataSourceProperty("socketTimeout", "8");
        // Sooner, so that the server gives up too and says so, instead of working on for nobody.
        pool.addDataSourceProperty("options", "-c statement_timeout=7500");
        return pool;
    }

    @Bean
    @FlywayDataSource
    DataSource migrations(Server server) {
        var pool = new HikariDataSource();
        pool.setPoolName("register-migrations");
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.migrations().user());
        pool.setPassword(server.migrations().password());
        pool.setConnectionInitSql("set role register_owner");
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        // One connection holds the lock of all migrations while another migrates, and a table of millions takes its
        // time.
        pool.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=0");
        return pool;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ActorTransactions(dataSource);
    }

    private static Server embedded(DatabaseSettings settings) throws IOException, SQLException {
        var postgres = EmbeddedPostgres.start(settings.data(), settings.binariesFolder());
        var app = new Login("register_app_login", postgres.secret("application"));
        var migrations = new Login("register_migration_login", postgres.secret("migrations"));
        try (var connection = postgres.superuser("postgres")) {
            if (!exists(connection, "select 1 from pg_database where datname = '" + NAME + "'")) {
                execute(connection, rolesScript());
                for (var login : new Login[] {app, migrations}) {
                    // Both values are our own: a constant and hexadecimal digits.
                    execute(connection, "create role %s login password '%s'".formatted(login.user(), login.password()));
                }
                execute(connection, "grant register_app to " + app.user());
                execute(connection, "grant register_owner to " + migrations.user());
                execute(connection, "create database " + NAME + " owner register_owner");
            }
        }
        return new Server(postgres.url(NAME), app, migrations, postgres);
    }

    private static Server given(DatabaseSettings settings) throws IOException, SQLException {
        var url = Objects.requireNonNull(settings.url());
        var app = new Login(orEmpty(settings.user()), orEmpty(settings.password()));
        var migrations = settings.migrationUser() == null
                ? app
                : new Login(settings.migrationUser(), orEmpty(settings.migrationPassword()));
        try (var connection = DriverManager.getConnection(url, migrations.user(), migrations.password())) {
            if (!exists(connection, "select 1 from pg_roles where rolname = 'register_app'")) {
                try {
                    execute(connection, rolesScript());
                } catch (SQLException refused) {
                    throw new IllegalStateException(
                            "The server has no roles of the register, and %s may not make them. Let its administrator run src/main/resources/db/roles.sql once, as docs/operations/database.md says."
                                    .formatted(migrations.user()),
                            refused);
                }
            }
        }
        return new Server(url, app, migrations, null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String rolesScript() throws IOException {
        try (var script = Database.class.getResourceAsStream("/db/roles.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    record Login(String user, String password) {}

    /** The server in use; closing it stops an embedded one. */
    record Server(
            String url,
            Login app,
            Login migrations,
            @Nullable EmbeddedPostgres embedded) implements AutoCloseable {
        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
