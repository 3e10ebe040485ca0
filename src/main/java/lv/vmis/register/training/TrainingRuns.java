package lv.vmis.register.training;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the generated people are, as stored: one row, once generating has begun. */
@Component
class TrainingRuns {

    private final JdbcClient jdbc;
    private final Clock clock;

    TrainingRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The seed and the moment make the plan; with the number of histories entered a restart knows where to go on. */
    record Run(
            long seed,
            int people,
            int stories,
            int made,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        boolean isFinished() {
            return finishedAt != null;
        }
    }

    Optional<Run> find() {
        return jdbc.sql(FIND).query(Rows.of(Run.class)).optional();
    }

    /** The same, and nobody else goes on with it until the transaction ends. */
    Run locked() {
        return jdbc.sql(LOCKED).query(Rows.of(Run.class)).single();
    }

    /** Whether people are here that nobody generated. */
    boolean isInUse() {
        return jdbc.sql(IN_USE).query(Boolean.class).single();
    }

    void begin(long seed, int people) {
        jdbc.sql(BEGIN)
                .param("seed", seed)
                .param("people", people)
                .param("at", now())
                .update();
    }

    void entered(int people) {
        jdbc.sql(ENTERED).param("people", people).update();
    }

    void finish() {
        jdbc.sql(FINISH).param("at", now()).update();
    }

    /** A generated history need not survive a crash: a restart makes it again. */
    void commitLazily() {
        jdbc.sql(LAZILY).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static final String FIND = """
            select seed, people, stories, made, started_at, finished_at
              from training_run
            """;

    static final String LOCKED = """
            select seed, people, stories, made, started_at, finished_at
              from training_run
               for update
            """;

    static final String IN_USE = """
            select exists (select 1 from person)
            """;

    static final String BEGIN = """
            insert into training_run (seed, people, started_at)
            values (:seed, :people, :at)
            on conflict do nothing
            """;

    static final String ENTERED = """
            update training_run
               set stories = stories + 1, made = made + :people
            """;

    static final String FINISH = """
            update training_run
               set finished_at = :at
            """;

    static final String LAZILY = """
            set local synchronous_commit = off
            """;
}
