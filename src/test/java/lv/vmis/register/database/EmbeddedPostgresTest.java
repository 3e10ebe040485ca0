package lv.vmis.register.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

    private static final Path BINARIES = Path.of("target", "postgres").toAbsolutePath();

    private Path folder = BINARIES;

    @BeforeEach
    void newFolder() throws Exception {
        Files.createDirectories(BINARIES);
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgres-data");
    }

    @Test
    void data_are_kept_between_starts() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, BINARIES)) {
            run(postgres, "create table kept (n int)");
            run(postgres, "insert into kept values (7)");
        }
        try (var postgres = EmbeddedPostgres.start(folder, BINARIES)) {
            assertThat(ask(postgres, "select n from kept")).isEqualTo("7");
        }
    }

    @Test
    void writes_are_durable_and_pages_checked() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, BINARIES)) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "show server_version")).startsWith("18.");
            assertThat(
                            ask(
                                    postgres,
                                    "select string_agg(w, ' ' order by w collate \"lv-x-icu\") from unnest(array['cits','čats','āda','asa']) w"))
                    .isEqualTo("āda asa cits čats");
        }
    }

    @Test
    void the_server_comes_back_by_itself_after_a_kill() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, BINARIES)) {
            run(postgres, "create table kept (n int)");
            run(postgres, "insert into kept values (7)");
            ProcessHandle.of(postgres.processId()).orElseThrow().destroyForcibly();
            var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            String kept = null;
            while (kept == null && System.nanoTime() < until) {
                try {
                    kept = ask(postgres, "select n from kept");
                } catch (SQLException notYet) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
            assertThat(kept).isEqualTo("7");
        }
    }

    @Test
    void a_second_start_on_the_folder_is_refused_in_words() {
        try (var _ = EmbeddedPostgres.start(folder, BINARIES)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, BINARIES))
                    .isInstanceOf(EmbeddedPostgres.DataFolderInUse.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining("REGISTER_DATA");
        }
    }

    @Test
    void passwords_are_random_and_for_the_owner_only() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, BINARIES)) {
            var file = folder.resolve("secrets").resolve("superuser");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).hasSize(48);
            assertThatThrownBy(() ->
                            java.sql.DriverManager.getConnection(postgres.url("postgres"), "postgres", "postgres"))
                    .hasMessageContaining("password");
        }
    }

    @Test
    void nothing_runs_after_a_close() throws Exception {
        var postgres = EmbeddedPostgres.start(folder, BINARIES);
        var server = ProcessHandle.of(postgres.processId()).orElseThrow();
        postgres.close();
        assertThat(server.isAlive()).isFalse();
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.superuser("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
