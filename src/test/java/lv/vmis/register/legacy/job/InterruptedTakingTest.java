package lv.vmis.register.legacy.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.job.InterruptedStagingTest.Dying;
import lv.vmis.register.legacy.job.InterruptedStagingTest.Killed;
import lv.vmis.register.legacy.taking.TakenSamples;
import lv.vmis.register.person.JournalFollower;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A load that dies anywhere goes on and takes no row twice nor leaves one out; so does taking it back. */
@RegisterTest
class InterruptedTakingTest {

    private static final int ROWS = 2_000;
    private static final UUID RUNNER = UUID.randomUUID();

    private final TakenSamples samples;
    private final List<JobWork> works;
    private final Jobs jobs;
    private final JobRunner runner;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final Random random = new Random(8);

    InterruptedTakingTest(
            TakenSamples samples,
            List<JobWork> works,
            Jobs jobs,
            JobRunner runner,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.samples = samples;
        this.works = works;
        this.jobs = jobs;
        this.runner = runner;
        this.jdbc = jdbc;
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

    @Test
    void killed_at_random_batches_a_load_takes_each_row_once_and_goes_without_a_trace() throws Exception {
        var table = OldTable.LGM_ENTRIES;
        var load = samples.load(table.register(), "FULL");
        samples.stage(
                load,
                "divi tūkstoši.csv",
                table,
                IntStream.range(0, ROWS)
                        .mapToObj(_ -> TakenSamples.row(table, Map.of()))
                        .toList());
        var before = persons();
        samples.decided(load);
        assertThat(interrupted(load)).isGreaterThanOrEqualTo(2);

        assertThat(count("select count(*) from old_outcome where load_id = :load and outcome = 'IMPORTED'", load))
                .isEqualTo(ROWS);
        assertThat(count("select count(distinct key) from old_outcome where load_id = :load", load))
                .isEqualTo(ROWS);
        assertThat(count("select count(distinct person_id) from old_outcome where load_id = :load", load))
                .isEqualTo(ROWS);
        assertThat(persons()).isEqualTo(before + ROWS);
        assertThat(count(
                        "select count(*) from ban b join old_outcome o on o.decision_id = b.decision_id where o.load_id = :load",
                        load))
                .isEqualTo(ROWS);

        samples.wantedBack(load);
        assertThat(interrupted(load)).isGreaterThanOrEqualTo(2);
        assertThat(count("select count(*) from old_outcome where load_id = :load", load))
                .isZero();
        assertThat(persons()).isEqualTo(before);
    }

    /** Does the work of a load, dying again and again; answers how often it died. */
    private int interrupted(UUID load) throws Exception {
        var job = samples.read(() -> jobs.of(load)).getFirst();
        var deaths = 0;
        while (samples.read(() -> jobs.find(job.id()).orElseThrow()).state().isOpen()) {
            assertThat(deaths).isLessThan(100);
            try {
                run(job, new Dying(transactions, 5 + random.nextInt(6)));
            } catch (Killed killed) {
                deaths++;
                samples.read(() -> {
                    jobs.release(job.id(), RUNNER);
                    return true;
                });
            }
        }
        assertThat(samples.read(() -> jobs.find(job.id()).orElseThrow()).state())
                .isEqualTo(JobState.DONE);
        return deaths;
    }

    private void run(Job job, TransactionTemplate transaction) throws Exception {
        Acting.as(JournalFollower.itself(), () -> {
            var found = new TransactionTemplate(transactions).execute(_ -> {
                assertThat(jobs.claim(job.id(), RUNNER)).isTrue();
                return jobs.find(job.id()).orElseThrow();
            });
            works.stream()
                    .filter(work -> work.kind() == job.kind())
                    .findFirst()
                    .orElseThrow()
                    .run(new RunningJob(found, RUNNER, jobs, transaction));
            return true;
        });
    }

    private long persons() {
        return samples.<Long>read(
                () -> jdbc.sql("select count(*) from person").query(Long.class).single());
    }

    private long count(String sql, UUID load) {
        return samples.<Long>read(
                () -> jdbc.sql(sql).param("load", load).query(Long.class).single());
    }
}
