package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.training.LegacyExports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the application and PostgreSQL, without warning, while exports of the old registers are staged, loaded and taken back:
 * {@code ./register prove legacy-kills}. Nobody does anything but start the register again; in the end every row of the exports has one
 * outcome, no number is there twice, and once taken back every table is as before.
 */
class KilledLoadProof {

    private static final int KILLS = Integer.getInteger("proof.kills", 20);
    private static final int STAGES = 3;
    private static final int ROWS_FOR_A_KILL = 400;
    private static final int LONGEST_MINUTES = 10;
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

    private final Random random = new Random(8);
    private final Map<String, Integer> kills = new LinkedHashMap<>();
    private final Path data;
    private final int port;
    private final String classPath;
    private Process app;
    private int killed;

    KilledLoadProof() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "crash-data");
        port = RegisterProcess.freePort();
        classPath = RegisterProcess.classPath(data);
        app = RegisterProcess.start(data, port, classPath);
    }

    @Test
    void a_killed_load_goes_on_by_itself(@TempDir Path folder) throws Exception {
        try {
            var exports = folder.resolve("e");
            LegacyExports.main(new String[] {
                exports.toString(), "--rows", Integer.toString(Math.max(2_000, KILLS * ROWS_FOR_A_KILL)), "--seed", "8"
            });
            RegisterProcess.awaitSignIn(port);
            var loads = new ArrayList<String>();
            var steward = browser("parzine");
            for (var register : List.of("LGM", "NIR")) {
                steward.get("/old-registers/new");
                var load = PlainBrowser.location(steward.post(
                        "/old-registers", Map.of("register", register, "kind", "FULL", "note", "Mēģinājums")));
                assertThat(load).startsWith("/old-registers/");
                loads.add(load);
                put(steward, load, exports, register.toLowerCase(java.util.Locale.ROOT));
            }
            worked("STAGE", KILLS / STAGES);
            var before = contents();
            for (var load : loads) {
                var asking = browser("parzine");
                asking.get(load + "/taking");
                assertThat(asking.post(load + "/taking/ask", Map.of()).statusCode())
                        .isEqualTo(303);
                var answering = browser("pmlp.vaditajs");
                answering.get(load + "/taking");
                assertThat(answering
                                .post(load + "/taking/answer", Map.of("answer", "APPROVED"))
                                .statusCode())
                        .isEqualTo(303);
                worked("LOAD", KILLS / STAGES / 2);
            }
            assertThat(number("select count(*) from old_outcome"))
                    .as("outcomes and rows")
                    .isPositive()
                    .isEqualTo(
                            number(
                                    "select count(*) from old_row r join old_file f on f.id = r.file_id where f.old_table in ('LGM_ENTRIES', 'NIR_CASES')"));
            assertThat(number("select count(*) from old_outcome where reason = 'NOT_ACCEPTED'"))
                    .as("invariants that did not hold")
                    .isZero();
            assertThat(
                            number(
                                    "select count(*) from (select from old_outcome where outcome = 'IMPORTED' group by old_table, key having count(*) > 1) d"))
                    .as("numbers taken over twice")
                    .isZero();
            assertThat(number("select count(*) from old_outcome where outcome = 'IMPORTED'"))
                    .as("persons")
                    .isPositive()
                    .isEqualTo(number("select count(*) from person"))
                    .isEqualTo(number("select count(distinct person_id) from old_outcome"));
            for (var load : loads) {
                var back = browser("parzine");
                back.get(load + "/taking");
                assertThat(back.post(load + "/taking/take-back", Map.of("why", "Mēģinājums"))
                                .statusCode())
                        .isEqualTo(303);
                worked("UNDO", load.equals(loads.getLast()) ? KILLS - killed : KILLS / STAGES / 2);
            }
            assertThat(number("select count(*) from old_outcome")).isZero();
            assertThat(contents()).as("every table is as before").isEqualTo(before);
            System.out.println("| killed | " + kills + " | rows "
                    + number("select sum(rows) from old_file where old_table in ('LGM_ENTRIES', 'NIR_CASES')")
                    + " |");
        } finally {
            app.destroy();
            app.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private void put(PlainBrowser steward, String load, Path exports, String prefix) throws IOException {
        try (var files = Files.list(exports)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(one -> one.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList()) {
                steward.get(load + "/file");
                var sent = steward.postFiles(
                        "/old-registers/files",
                        Map.of("load", load.substring("/old-registers/".length())),
                        List.of(new PlainBrowser.Sent(file.getFileName().toString(), Files.readAllBytes(file))));
                assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
            }
        }
    }

    private PlainBrowser browser(String login) {
        var browser = new PlainBrowser(port);
        browser.signIn(login);
        var version = VERSION.matcher(browser.get("/rules").body());
        if (version.find()) {
            browser.post("/rules", Map.of("version", version.group(1)));
        }
        return browser;
    }

    /** Waits until all work of a kind is done, and kills meanwhile. */
    private void worked(String kind, int most) throws Exception {
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        var left = most;
        while (number("select count(*) from old_job where state in ('WAITING', 'RUNNING')") > 0) {
            assertThat(System.nanoTime()).as("%s ends", kind).isLessThan(until);
            var running = number(
                    "select count(*) from old_job where state = 'RUNNING' and beat_at > now() - interval '2 seconds'");
            if (left > 0 && running > 0) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
                kill(kind);
                left--;
            } else {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        assertThat(number("select count(*) from old_job where kind = '" + kind + "' and state <> 'DONE'"))
                .as("%s that did not end well", kind)
                .isZero();
        assertThat(kills.getOrDefault(kind, 0)).as("kills of %s", kind).isPositive();
    }

    private void kill(String kind) throws Exception {
        if (killed++ % 2 == 0) {
            app.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            app = RegisterProcess.start(data, port, classPath);
        } else {
            RegisterProcess.killPostgres(data);
        }
        kills.merge(kind, 1, Integer::sum);
        RegisterProcess.awaitSignIn(port);
    }

    private long number(String query) throws Exception {
        try (var connection = connected()) {
            return RegisterProcess.count(connection, query);
        }
    }

    /** PostgreSQL may be about to come up. */
    private Connection connected() throws Exception {
        for (var tries = 0; ; tries++) {
            try {
                return RegisterProcess.superuser(data);
            } catch (SQLException | IOException | IndexOutOfBoundsException notYet) {
                assertThat(tries).as("%s", notYet).isLessThan(600);
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private Map<String, String> contents() throws Exception {
        var contents = new LinkedHashMap<String, String>();
        try (var connection = connected()) {
            for (var table : RegisterProcess.column(connection, TABLES)) {
                contents.put(
                        table,
                        RegisterProcess.column(
                                        connection,
                                        "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from \""
                                                + table + "\" t")
                                .getFirst());
            }
        }
        return contents;
    }

    static final String TABLES = """
            select c.relname from pg_class c
             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
               and c.relname !~ '^(entry|journal_|old_|person_gone|likeness|spring_session|alert|exchange_|inbox|flyway|submission|outbox|account|rules_|session)'
             order by 1
            """;
}
