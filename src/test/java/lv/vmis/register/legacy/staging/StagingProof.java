package lv.vmis.register.legacy.staging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.vmis.register.legacy.staging.StagingSamples.STEWARD;
import static lv.vmis.register.legacy.staging.StagingSamples.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.Wish;
import lv.vmis.register.legacy.job.JobState;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.support.Someone;
import lv.vmis.register.training.LegacyExports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How quickly invented exports are staged, and with how much memory: {@code ./register prove staging}. Prints a line of docs/proofs.md. */
@RegisterTest
class StagingProof {

    private static final long ROWS = Long.getLong("proof.rows", 500_000);
    private static final long MOST_IN_ONE_MEGABYTE = 1 << 20;

    private final StagingSamples samples;
    private final Incoming incoming;
    private final PutFile put;
    private long reading;
    private long profiling;
    private long longest;

    StagingProof(StagingSamples samples, Incoming incoming, PutFile put) {
        this.samples = samples;
        this.incoming = incoming;
        this.put = put;
    }

    @Test
    void so_many_rows_are_staged(@TempDir Path folder) throws IOException, InterruptedException {
        var exports = folder.resolve("e");
        LegacyExports.main(new String[] {exports.toString(), "--rows", Long.toString(ROWS), "--seed", "1"});
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        var rows = 0L;
        for (var register : OldRegister.values()) {
            var load = samples.load(register);
            var prefix = register.name().toLowerCase(Locale.ROOT);
            try (var files = Files.list(exports)) {
                for (var path : files.filter(Files::isRegularFile)
                        .filter(file -> file.getFileName().toString().startsWith(prefix))
                        .sorted()
                        .toList()) {
                    rows += staged(load, path);
                }
            }
        }
        assertThat(rows).isGreaterThanOrEqualTo(ROWS);
        var peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        var line =
                "| staging | %,d rows read in %d s (%,d a second), described in %d s (%,d a second) | never silent for longer than %d ms, peak heap %d MB |"
                        .formatted(
                                rows,
                                reading / 1_000,
                                rows * 1_000 / Math.max(1, reading),
                                profiling / 1_000,
                                rows * 1_000 / Math.max(1, profiling),
                                longest,
                                peak / MOST_IN_ONE_MEGABYTE);
        System.out.println(line);
        Files.write(Path.of("target", "staging.md"), line.getBytes(UTF_8));
    }

    /** Watches it as an official would, and counts what takes how long. */
    private long staged(UUID load, Path path) throws IOException, InterruptedException {
        var arrived = incoming.take(Ids.next(), Files.newInputStream(path));
        var file = done(Someone.as(
                STEWARD,
                () -> put.run(new PutFile.Input(load, path.getFileName().toString(), arrived, Wish.NONE), STEWARD)));
        var said = System.nanoTime();
        var beat = samples.job(file).beatAt();
        for (var job = samples.job(file); job.state().isOpen(); job = samples.job(file)) {
            var now = System.nanoTime();
            if (job.beatAt() != null && !job.beatAt().equals(beat)) {
                longest = Math.max(longest, beat == null ? 0 : (now - said) / 1_000_000);
                said = now;
                beat = job.beatAt();
            }
            Thread.sleep(50);
            var took = (System.nanoTime() - now) / 1_000_000;
            if (Staging.PROFILE.equals(job.stage())) {
                profiling += took;
            } else if (job.state() == JobState.RUNNING) {
                reading += took;
            }
        }
        assertThat(samples.job(file).state()).isEqualTo(JobState.DONE);
        assertThat(Duration.ofMillis(longest)).isLessThan(Duration.ofSeconds(3));
        return samples.file(file).rows();
    }
}
