package lv.vmis.register.legacy.staging;

import static lv.vmis.register.support.Soon.soon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.export.Wish;
import lv.vmis.register.legacy.job.Job;
import lv.vmis.register.legacy.job.JobKind;
import lv.vmis.register.legacy.job.Jobs;
import lv.vmis.register.support.Someone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takings-over and their files for tests, made as officials make them. */
@Component
public class StagingSamples {

    public static final Actor STEWARD = Someone.of(Role.STEWARD);

    private final OpenLoad open;
    private final PutFile put;
    private final Incoming incoming;
    private final OldFiles files;
    private final FileFindings findings;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StagingSamples(
            OpenLoad open,
            PutFile put,
            Incoming incoming,
            OldFiles files,
            FileFindings findings,
            Jobs jobs,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.open = open;
        this.put = put;
        this.incoming = incoming;
        this.files = files;
        this.findings = findings;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    public UUID load(OldRegister register) {
        return done(Someone.as(
                STEWARD, () -> open.run(new OpenLoad.Input(register, LoadKind.FULL, "Pārbaude"), STEWARD)));
    }

    public UUID put(UUID load, String name, byte[] content, Wish wish) {
        return done(tryPut(load, name, content, wish));
    }

    public Outcome<UUID> tryPut(UUID load, String name, byte[] content, Wish wish) {
        try {
            var arrived = incoming.take(Ids.next(), new ByteArrayInputStream(content));
            return Someone.as(STEWARD, () -> put.run(new PutFile.Input(load, name, arrived, wish), STEWARD));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file of any size. */
    public UUID put(UUID load, Path path) {
        try {
            var arrived = incoming.take(Ids.next(), Files.newInputStream(path));
            return done(Someone.as(
                    STEWARD,
                    () -> put.run(
                            new PutFile.Input(load, path.getFileName().toString(), arrived, Wish.NONE), STEWARD)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file of so many rows that is staged to its end. */
    public UUID staged(UUID load, int rows) {
        var file = put(load, "izraksts.csv", csv(rows, Ids.next().toString()), Wish.NONE);
        ended(file);
        return file;
    }

    /** Rows of attachments, as short as a row can be; the mark makes the bytes different from any other. */
    public static byte[] csv(int rows, String mark) {
        var names = OldTable.LGM_ATTACHMENTS.fields().stream()
                .map(field -> field.name())
                .collect(Collectors.joining(";"));
        return IntStream.range(0, rows)
                .mapToObj(row -> "%d;pielikumi/%s/%d.pdf;LEMUMS;\"Lēmums; \"\"%d\"\"\";12.03.1999;%064d"
                        .formatted(1000 + row / 2, mark, row, row, row))
                .collect(Collectors.joining("\n", names + "\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    public Job ended(UUID file) {
        soon(() -> !job(file).state().isOpen());
        return job(file);
    }

    public Job job(UUID file) {
        return reading(() -> jobs.last(file, JobKind.STAGE).orElseThrow());
    }

    public OldFile file(UUID id) {
        return reading(() -> files.find(id).orElseThrow());
    }

    List<Found> found(UUID id) {
        return reading(() -> findings.all(id));
    }

    boolean isKeptOnDisk(UUID id) {
        return incoming.has(id);
    }

    Path path(UUID id) {
        return incoming.path(id);
    }

    public List<String> hashes(UUID file) {
        return reading(() -> jdbc.sql("select sha256 from old_row where file_id = :file order by row_no")
                .param("file", file)
                .query(String.class)
                .list());
    }

    public <T> T reading(java.util.function.Supplier<T> read) {
        return Someone.as(STEWARD, () -> transaction.execute(_ -> read.get()));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T>(var value) -> value;
            case Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }
}
