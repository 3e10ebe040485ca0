package lv.vmis.register.legacy.job;

import static lv.vmis.register.legacy.staging.StagingSamples.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.Wish;
import lv.vmis.register.legacy.staging.StagingSamples;
import lv.vmis.register.person.JournalFollower;
import lv.vmis.register.support.RegisterTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Long work that dies anywhere goes on with what was committed, and makes the same of it. */
@RegisterTest
class InterruptedStagingTest {

    private final StagingSamples samples;
    private final List<JobWork> works;
    private final Jobs jobs;
    private final JobRunner runner;
    private final PlatformTransactionManager transactions;

    InterruptedStagingTest(
            StagingSamples samples,
            List<JobWork> works,
            Jobs jobs,
            JobRunner runner,
            PlatformTransactionManager transactions) {
        this.samples = samples;
        this.works = works;
        this.jobs = jobs;
        this.runner = runner;
        this.transactions = transactions;
    }

    @BeforeEach
    void nobody_else_works() {
        runner.stop();
    }

    @AfterEach
    void others_work_again() {
        runner.start();
    }

    static final class Killed extends RuntimeException {}

    /** Dies within one of its transactions, so that nothing of that one is kept. */
    static final class Dying extends TransactionTemplate {
        private int left;

        Dying(PlatformTransactionManager transactions, int left) {
            super(transactions);
            this.left = left;
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            return super.execute(status -> {
                var value = action.doInTransaction(status);
                if (left-- == 0) {
                    throw new Killed();
                }
                return value;
            });
        }
    }

    @Test
    void interrupted_at_random_batches_it_stages_the_same_rows() throws Exception {
        var random = new Random(5);
        var content = csv(9_500, Ids.next().toString());
        var load = samples.load(OldRegister.LGM);
        var file = samples.put(load, "pārtraukta.csv", content, Wish.NONE);
        var job = samples.job(file).id();
        var deaths = 0;
        var steps = 0L;
        while (samples.job(file).state().isOpen()) {
            assertThat(deaths).isLessThan(200);
            try {
                run(job, new Dying(transactions, 6 + random.nextInt(6)));
            } catch (Killed killed) {
                deaths++;
                samples.reading(() -> {
                    jobs.release(job, RUNNER);
                    return true;
                });
                var now = samples.file(file).rows();
                assertThat(now).isGreaterThanOrEqualTo(steps);
                steps = now;
            }
            if (deaths > 3) {
                run(job, new TransactionTemplate(transactions));
            }
        }

        assertThat(deaths).isGreaterThan(3);
        assertThat(samples.job(file).state()).isEqualTo(JobState.DONE);
        var other = samples.put(
                load,
                "vienā gājienā.csv",
                (new String(content, java.nio.charset.StandardCharsets.UTF_8) + "9;z;CITS;;;\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Wish.NONE);
        run(samples.job(other).id(), new TransactionTemplate(transactions));
        var expected = samples.hashes(other);
        assertThat(samples.hashes(file)).hasSize(9_500).isEqualTo(expected.subList(0, 9_500));
    }

    @Test
    void whoever_lost_the_work_commits_nothing_more() throws Exception {
        var file = samples.put(
                samples.load(OldRegister.LGM), "cita.csv", csv(3_000, Ids.next().toString()), Wish.NONE);
        var job = samples.job(file).id();
        samples.reading(() -> jobs.claim(job, UUID.randomUUID()));

        assertThatThrownBy(() -> Acting.as(JournalFollower.itself(), () -> {
                    staging()
                            .run(new RunningJob(
                                    samples.job(file), RUNNER, jobs, new TransactionTemplate(transactions)));
                    return true;
                }))
                .isInstanceOf(JobStopped.class)
                .hasMessage("LOST");
        assertThat(samples.hashes(file)).isEmpty();
    }

    private static final UUID RUNNER = UUID.randomUUID();

    private void run(UUID job, TransactionTemplate transaction) throws Exception {
        Acting.as(JournalFollower.itself(), () -> {
            var found = new TransactionTemplate(transactions).execute(_ -> {
                assertThat(jobs.claim(job, RUNNER)).isTrue();
                return jobs.find(job).orElseThrow();
            });
            staging().run(new RunningJob(found, RUNNER, jobs, transaction));
            return true;
        });
    }

    private JobWork staging() {
        return works.stream()
                .filter(work -> work.kind() == JobKind.STAGE)
                .findFirst()
                .orElseThrow();
    }
}
