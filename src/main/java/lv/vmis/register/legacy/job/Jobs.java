package lv.vmis.register.legacy.job;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Long work, as stored. */
@Component
public class Jobs {

    /** Longer without a sign of life, and another process goes on. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    Jobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the load, the newest first. */
    public List<Job> of(UUID load) {
        return jdbc.sql(OF_LOAD).param("load", load).query((row, _) -> job(row)).list();
    }

    public Optional<Job> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> job(row)).optional();
    }

    /** The last that was wanted for a file. */
    public Optional<Job> last(UUID file, JobKind kind) {
        return jdbc.sql(LAST)
                .param("file", file)
                .param("kind", kind.name())
                .query((row, _) -> job(row))
                .optional();
    }

    /** What came of it, as its work wrote it. */
    public String result(UUID id) {
        return jdbc.sql(RESULT).param("id", id).query(String.class).single();
    }

    /** Puts work; a process takes it up. */
    public UUID add(UUID load, @Nullable UUID file, JobKind kind, Actor by) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("load", load)
                .param("file", file, Types.OTHER)
                .param("kind", kind.name())
                .param("by", by.account())
                .param("by_name", by.name())
                .param("at", now())
                .update();
        return id;
    }

    /** Whoever changes it waits until this transaction ends. */
    Optional<Job> locked(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().flatMap(this::find);
    }

    /** What waits, or is done by a process that was not heard of for long; the oldest first. */
    List<Job> toDo() {
        return jdbc.sql(TO_DO)
                .param("silent", now().minus(LEASE))
                .query((row, _) -> job(row))
                .list();
    }

    /** False when another process was quicker. */
    boolean claim(UUID id, UUID runner) {
        return jdbc.sql(CLAIM)
                        .param("id", id)
                        .param("runner", runner)
                        .param("now", now())
                        .param("silent", now().minus(LEASE))
                        .update()
                == 1;
    }

    /** A sign of life; answers whether it is to stop, and nothing when it is not ours any more. */
    Optional<Boolean> beat(UUID id, UUID runner) {
        return jdbc.sql(BEAT)
                .param("id", id)
                .param("runner", runner)
                .param("now", now())
                .query(Boolean.class)
                .optional();
    }

    boolean stage(RunningJob of, String stage, long done, @Nullable Long most) {
        return jdbc.sql(STAGE)
                        .param("id", of.job().id())
                        .param("runner", of.runner())
                        .param("stage", stage)
                        .param("done", done)
                        .param("of", most, Types.BIGINT)
                        .param("now", now())
                        .update()
                == 1;
    }

    boolean progress(RunningJob of, long done, @Nullable Long most, boolean about) {
        return jdbc.sql(PROGRESS)
                        .param("id", of.job().id())
                        .param("runner", of.runner())
                        .param("done", done)
                        .param("of", most, Types.BIGINT)
                        .param("about", about)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Gives it back, so that this or another process goes on at once. */
    void release(UUID id, UUID runner) {
        jdbc.sql(RELEASE).param("id", id).param("runner", runner).update();
    }

    void wantCancelled(UUID id) {
        jdbc.sql(WANT_CANCELLED).param("id", id).param("now", now()).update();
    }

    /** @param runner nobody: it waits, or its process was not heard of for long */
    boolean end(
            UUID id,
            @Nullable UUID runner,
            JobState state,
            @Nullable JobFailure failure,
            List<String> words,
            @Nullable String result) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("runner", runner, Types.OTHER)
                        .param("silent", now().minus(LEASE))
                        .param("state", state.name())
                        .param("failure", failure == null ? null : failure.name(), Types.VARCHAR)
                        .param("words", words.toArray(String[]::new))
                        .param("result", result, Types.VARCHAR)
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Job job(ResultSet row) throws SQLException {
        var failure = (@Nullable String) row.getString("failure");
        return new Job(
                row.getObject("id", UUID.class),
                row.getObject("load_id", UUID.class),
                row.getObject("file_id", UUID.class),
                JobKind.valueOf(row.getString("kind")),
                JobState.valueOf(row.getString("state")),
                row.getString("stage"),
                row.getLong("done"),
                row.getObject("of", Long.class),
                row.getBoolean("about"),
                row.getObject("begun_at", OffsetDateTime.class),
                row.getLong("begun_done"),
                row.getObject("beat_at", OffsetDateTime.class),
                row.getObject("cancel_wanted_at", OffsetDateTime.class),
                row.getString("made_by_name"),
                row.getObject("made_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class),
                failure == null ? null : JobFailure.valueOf(failure),
                words(row.getArray("words")),
                row.getInt("waits_before"));
    }

    private static List<String> words(Array words) throws SQLException {
        return List.of((String[]) words.getArray());
    }

    private static final String JOBS = """
            select j.id, j.load_id, j.file_id, j.kind, j.state, j.stage, j.done, j.of, j.about, j.begun_at, j.begun_done, j.beat_at,
                   j.cancel_wanted_at, j.made_by_name, j.made_at, j.ended_at, j.failure, j.words,
                   (select count(*) from old_job b
                     where j.state = 'WAITING' and b.state in ('WAITING', 'RUNNING') and b.made_at < j.made_at)::integer as waits_before
              from old_job j
            """;

    static final String OF_LOAD = JOBS + """
             where j.load_id = :load
             order by j.made_at desc, j.id desc
            """;

    static final String FIND = JOBS + """
             where j.id = :id
            """;

    static final String LAST = JOBS + """
             where j.file_id = :file and j.kind = :kind
             order by j.made_at desc, j.id desc
             limit 1
            """;

    static final String ADD = """
            insert into old_job (id, load_id, file_id, kind, made_by, made_by_name, made_at)
            values (:id, :load, :file, :kind, :by, :by_name, :at)
            """;

    static final String LOCK = """
            select id from old_job where id = :id for update
            """;

    static final String TO_DO = JOBS + """
             where (j.state = 'WAITING' and not exists (
                        select 1 from old_job r where r.load_id = j.load_id and r.state = 'RUNNING'))
                or (j.state = 'RUNNING' and j.beat_at < :silent)
             order by j.made_at, j.id
             limit 50
            """;

    static final String RESULT = """
            select coalesce(result, '[]')::text from old_job where id = :id
            """;

    static final String CLAIM = """
            update old_job
               set state = 'RUNNING', runner = :runner, beat_at = :now
             where id = :id and (state = 'WAITING' or state = 'RUNNING' and beat_at < :silent)
            """;

    static final String BEAT = """
            update old_job
               set beat_at = :now
             where id = :id and runner = :runner
            returning cancel_wanted_at is not null
            """;

    static final String STAGE = """
            update old_job
               set stage = :stage, done = :done, of = :of, about = false, begun_at = :now, begun_done = :done, beat_at = :now
             where id = :id and runner = :runner
            """;

    static final String PROGRESS = """
            update old_job
               set done = :done, of = :of, about = :about, beat_at = :now
             where id = :id and runner = :runner
            """;

    static final String RELEASE = """
            update old_job
               set state = 'WAITING', runner = null
             where id = :id and runner = :runner
            """;

    static final String WANT_CANCELLED = """
            update old_job
               set cancel_wanted_at = coalesce(cancel_wanted_at, :now)
             where id = :id
            """;

    static final String END = """
            update old_job
               set state = :state, runner = null, ended_at = :now, failure = :failure, words = :words, result = cast(:result as jsonb)
             where id = :id
               and (runner = :runner
                    or cast(:runner as uuid) is null and (state = 'WAITING' or state = 'RUNNING' and beat_at < :silent))
            """;
}
