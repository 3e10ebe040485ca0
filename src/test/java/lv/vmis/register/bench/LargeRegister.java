package lv.vmis.register.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lv.vmis.register.Register;
import lv.vmis.register.database.EmbeddedPostgres;
import lv.vmis.register.person.LikelyPersons;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A register filled with the histories of a demo and copies of each, which happen to people of a {@link Population}; a folder
 * filled before is used again.
 */
final class LargeRegister {

    /** Holds the persons asked about, once the register is as large as wanted. */
    private static final String ASKED = "asked";

    /** Of the people. */
    static final int SEED = 1;

    private final Path folder;
    private final Path binaries;
    private final int copies;
    private final int persons;

    /**
     * @param copies how often each person of the demo is copied
     * @param persons how many are asked about
     */
    LargeRegister(Path folder, int copies, int persons) {
        this.folder = folder;
        this.binaries = Path.of(System.getProperty("register.bench.folder", "target"), "postgres")
                .toAbsolutePath();
        this.copies = copies;
        this.persons = persons;
    }

    /** Persons to ask about, and so many more to warm up with. */
    List<String> some(int more) throws IOException, SQLException, InterruptedException {
        if (!Files.exists(folder.resolve(ASKED))) {
            fill(more);
        }
        return Files.readAllLines(folder.resolve(ASKED));
    }

    private void fill(int more) throws IOException, SQLException, InterruptedException {
        try (var register = run()) {
            var database = register.getBean(JdbcClient.class);
            while (!database.sql(FILLED).query(Boolean.class).optional().orElse(false)) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
        try (var postgres = EmbeddedPostgres.start(folder, binaries);
                var connection = superuser(postgres)) {
            new Crowd(connection).multiply(copies);
            new Renaming(connection, new Population(SEED)).all();
            var some = new ArrayList<String>();
            try (var query = connection.prepareStatement(SOME)) {
                query.setInt(1, persons + more);
                try (var found = query.executeQuery()) {
                    while (found.next()) {
                        some.add(found.getString(1));
                    }
                }
            }
            Files.write(folder.resolve(ASKED), some);
        }
    }

    /** Starts it, and waits until persons can be found. Copies have no alerts, and none are to be made meanwhile. */
    ConfigurableApplicationContext start() throws InterruptedException {
        var register = run();
        register.getBean("alertKeeper", SmartLifecycle.class).stop();
        var begun = Instant.now();
        var known = register.getBean(LikelyPersons.class);
        while (!known.isReady()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        System.out.printf(
                Locale.ROOT,
                "Persons can be found %.1f s after the register answers.%n",
                Duration.between(begun, Instant.now()).toMillis() / 1e3);
        return register;
    }

    static int port(ConfigurableApplicationContext register) {
        return register.getEnvironment().getProperty("local.server.port", Integer.class, 0);
    }

    private ConfigurableApplicationContext run() {
        return SpringApplication.run(
                Register.class,
                "--register.db.data=" + folder.toAbsolutePath(),
                "--register.db.binaries=" + binaries,
                "--server.port=0",
                "--logging.level.root=WARN");
    }

    private Connection superuser(EmbeddedPostgres postgres) throws IOException, SQLException {
        var password = Files.readString(folder.resolve("secrets").resolve("superuser"));
        return DriverManager.getConnection(postgres.url("register"), "postgres", password.strip());
    }

    static final String FILLED = """
            select finished_at is not null from training_run
            """;

    static final String SOME = """
            select person_id from return_case order by md5(id::text) limit ?
            """;
}
