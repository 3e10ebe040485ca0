package lv.vmis.register.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL 18 from the class path, on a data folder of its own: unpacked once, started on a free port of the loopback
 * interface, password-protected, with fsync on. It starts again by itself when it dies, takes over a server that a
 * killed application left running, and lets one application at a time use a folder.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String BUNDLE = "/postgres-linux-x86_64.txz";
    private static final String BINARIES = "postgresql-18.6";
    /** Crash recovery of a large write-ahead log takes minutes, not seconds. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Path folder;
    private final Path home;
    private final Path cluster;
    private final FileChannel lockFile;
    private final String password;
    private final Thread watch;
    private volatile boolean closing;
    private volatile int port;

    private EmbeddedPostgres(Path folder, Path binaries, FileChannel lockFile) throws IOException {
        this.folder = folder;
        this.home = binaries.resolve(BINARIES);
        this.cluster = folder.resolve("pgdata-18");
        this.lockFile = lockFile;
        unpack();
        this.password = secret("superuser");
        if (!Files.exists(cluster)) {
            initialise();
        }
        this.port = running().map(Running::port).orElseGet(EmbeddedPostgres::freePort);
        ensureRunning();
        this.watch = Thread.ofPlatform().daemon().name("postgres-watch").start(this::keepRunning);
    }

    /** Starts the server of a data folder, or says in words why it cannot. */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, folder);
    }

    /** As {@link #start(Path)}, with the unpacked programs kept in a folder that several data folders share. */
    public static EmbeddedPostgres start(Path folder, Path binaries) {
        try {
            var data = folder.toAbsolutePath().normalize();
            Files.createDirectories(data);
            Files.createDirectories(binaries);
            return new EmbeddedPostgres(data, binaries.toAbsolutePath().normalize(), lock(data));
        } catch (IOException failure) {
            throw new UncheckedIOException("The database in %s cannot be started".formatted(folder), failure);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, password);
    }

    /** A password kept beside the data, readable by the owner of the folder only; made when first asked for. */
    String secret(String name) throws IOException {
        var file = folder.resolve("secrets").resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var fresh = Files.createTempFile(
                    file.getParent(),
                    name,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(bytes));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /** Process id of the server, for tests that kill it. */
    public long processId() {
        return running().map(Running::pid).orElse(-1L);
    }

    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        watch.interrupt();
        running().ifPresent(this::stop);
        try {
            lockFile.close();
        } catch (IOException failure) {
            LOG.warn("The lock of {} could not be released", folder, failure);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("register.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            LOG.debug("The folder is used by this very process", inThisProcess);
        }
        channel.close();
        throw new DataFolderInUse(folder);
    }

    private void unpack() throws IOException {
        var done = home.resolve(".done");
        if (Files.exists(done)) {
            return;
        }
        LOG.info("Unpacking PostgreSQL into {}", home);
        var fresh = Files.createTempDirectory(home.getParent(), "unpack");
        try (var bundle = EmbeddedPostgres.class.getResourceAsStream(BUNDLE)) {
            if (bundle == null) {
                throw new IOException("This build carries no PostgreSQL for this machine: give a server by"
                        + " REGISTER_DB_URL, or add the binaries of your platform to pom.xml");
            }
            var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(bundle)));
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = fresh.resolve(entry.getName()).normalize();
                if (!target.startsWith(fresh)) {
                    throw new IOException("The bundle leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
        Files.createFile(fresh.resolve(".done"));
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException another) {
            if (!Files.exists(done)) {
                throw another;
            }
            LOG.debug("Another process unpacked first", another);
        }
    }

    private void initialise() throws IOException {
        LOG.info("Making a new database cluster in {}", cluster);
        var fresh = folder.resolve("pgdata-18.init");
        delete(fresh);
        var passwordFile = folder.resolve("secrets").resolve("superuser");
        run(
                Duration.ofMinutes(2),
                program("initdb"),
                "-D",
                fresh.toString(),
                "-U",
                SUPERUSER,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--data-checksums");
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void keepRunning() {
        while (!closing) {
            try {
                TimeUnit.MILLISECONDS.sleep(250);
                if (!closing && running().isEmpty()) {
                    LOG.error("PostgreSQL has stopped by itself and is started again");
                    ensureRunning();
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException failure) {
                LOG.error("PostgreSQL could not be started again; the next try follows", failure);
            }
        }
    }

    private void ensureRunning() throws IOException {
        var until = System.nanoTime() + START_LIMIT.toNanos();
        Process started = null;
        while (true) {
            if (running().isEmpty() && (started == null || !started.isAlive())) {
                started = launch();
            }
            if (answers()) {
                return;
            }
            if (System.nanoTime() > until) {
                throw new IOException("PostgreSQL did not become ready within %s; see %s"
                        .formatted(START_LIMIT, folder.resolve("postgres.log")));
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(40);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL starts", interrupted);
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(asOtherThanRoot());
        command.addAll(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(port),
                "-k",
                ""));
        for (var setting : SETTINGS) {
            command.add("-c");
            command.add(setting);
        }
        // A session of its own: Ctrl-C must reach the application first, so that it can drain.
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgres.log").toFile()))
                .start();
    }

    private boolean answers() {
        DriverManager.setLoginTimeout(5);
        try (var connection = superuser("postgres")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            LOG.trace("Not ready yet", notYet);
            return false;
        }
    }

    private record Running(long pid, int port) {}

    /** The live server of this folder, also one that an earlier application left behind. */
    private Optional<Running> running() {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            var pid = Long.parseLong(lines.get(0).strip());
            var isPostgres = ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(process -> process.info().command())
                    .filter(command -> command.endsWith("/postgres"))
                    .isPresent();
            return isPostgres
                    ? Optional.of(new Running(pid, Integer.parseInt(lines.get(3).strip())))
                    : Optional.empty();
        } catch (IOException | NumberFormatException noServer) {
            LOG.trace("No server is running", noServer);
            return Optional.empty();
        }
    }

    private void stop(Running server) {
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients for ever.
            run(Duration.ofSeconds(5), List.of("kill", "-INT", Long.toString(server.pid())));
            var process = ProcessHandle.of(server.pid());
            if (process.isPresent()) {
                process.get().onExit().get(60, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            LOG.error("PostgreSQL (process {}) did not stop", server.pid(), failure);
        }
    }

    private List<String> program(String name) {
        var command = new ArrayList<>(asOtherThanRoot());
        command.add(home.resolve("bin").resolve(name).toString());
        return command;
    }

    /** PostgreSQL refuses to run as root. A user namespace of its own needs no change of ownership. */
    private static List<String> asOtherThanRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }

    private void run(Duration limit, List<String> program, String... arguments) throws IOException {
        var command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgres.log").toFile()))
                .start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("%s failed; see %s".formatted(program.getLast(), folder.resolve("postgres.log")));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + program.getLast(), interrupted);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("No free port on the loopback interface", failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "max_connections=60",
            "shared_buffers=256MB",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "wal_compression=pglz",
            "max_wal_size=2GB",
            "wal_level=logical",
            // Questions are many and short: compiling one takes longer than answering it.
            "jit=off",
            "timezone=UTC",
            "idle_in_transaction_session_timeout=60s",
            // The log names the constraint that refused a row, never the row.
            "log_error_verbosity=terse",
            "log_parameter_max_length_on_error=0",
            "log_timezone=UTC");

    /** Another register is already running on the folder. */
    public static final class DataFolderInUse extends RuntimeException {
        DataFolderInUse(@Nullable Path folder) {
            super(("Another register is already running on the data folder %s. Stop it first, or give this one its own"
                            + " folder: REGISTER_DATA=… ./register run")
                    .formatted(folder));
        }
    }
}
