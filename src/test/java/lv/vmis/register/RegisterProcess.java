package lv.vmis.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register as a process of its own, which can be killed, and its database. */
final class RegisterProcess {

    private RegisterProcess() {}

    /** The class path of this test with the register as a jar: folders cannot be archived. */
    static String classPath(Path data) {
        var jar = data.resolve("register.jar");
        var made = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--file",
                        jar.toString(),
                        "-C",
                        Path.of("target", "classes").toString(),
                        ".");
        assertThat(made).as("the jar of the register").isZero();
        return Stream.concat(
                        Stream.of(jar.toString()),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> entry.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static Process start(Path data, int port, String classPath) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + data.resolve("register.jsa"),
                "-Xlog:cds=off",
                "-Xlog:aot=off",
                "-cp",
                classPath,
                "lv.vmis.register.Register");
        builder.environment().put("REGISTER_DATA", data.toString());
        builder.environment()
                .put(
                        "REGISTER_BINARIES",
                        Path.of("target", "postgres").toAbsolutePath().toString());
        builder.environment().put("REGISTER_PORT", Integer.toString(port));
        builder.environment().put("REGISTER_PEOPLE", "0");
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolve("application.log").toFile()));
        return builder.start();
    }

    static void awaitSignIn(int port) throws Exception {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
                .timeout(Duration.ofSeconds(5))
                .build();
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (System.nanoTime() < until) {
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                assertThat(notYet).isNotNull();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the register did not come back within three minutes");
    }

    /** The server and every process it started, all at once, as a power cut would. */
    static void killPostgres(Path data) throws IOException {
        postmaster(data).ifPresent(server -> {
            var children = server.descendants().toList();
            server.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        });
    }

    static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        var file = data.resolve("pgdata-18").resolve("postmaster.pid");
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(file).getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    static Connection superuser(Path data) throws IOException, SQLException {
        var port = Files.readAllLines(data.resolve("pgdata-18").resolve("postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/register",
                "postgres",
                Files.readString(data.resolve("secrets").resolve("superuser")).strip());
    }

    static long count(Connection connection, String query) throws SQLException {
        return Long.parseLong(column(connection, query).getFirst());
    }

    static List<String> column(Connection connection, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
