package lv.vmis.register.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Kills PostgreSQL and every process it started without warning, as often as the register starts it again. A single kill
 * would be over before a request gives up.
 */
public final class PostgresKiller implements AutoCloseable {

    private final Path data;
    private final Thread thread;
    private volatile boolean stopped;

    private PostgresKiller(Path data) {
        this.data = data;
        kill(data);
        this.thread = Thread.ofPlatform().daemon().name("postgres-killer").start(this::killOn);
    }

    /** The server of a data folder is dead when this returns. */
    public static PostgresKiller of(Path data) {
        return new PostgresKiller(data);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void killOn() {
        while (!stopped) {
            kill(data);
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void kill(Path data) {
        postmaster(data).ifPresent(server -> {
            var children = server.descendants().toList();
            server.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        });
    }

    private static Optional<ProcessHandle> postmaster(Path data) {
        try {
            return Files.readAllLines(pid(data)).stream()
                    .findFirst()
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static Path pid(Path data) {
        return data.resolve("pgdata-18").resolve("postmaster.pid");
    }
}
