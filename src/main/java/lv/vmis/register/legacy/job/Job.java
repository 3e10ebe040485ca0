package lv.vmis.register.legacy.job;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work for a taking-over, as stored.
 *
 * @param of of so many; nothing where nobody knows
 * @param about whether that is an estimate
 * @param begunDone so many were done when this stage was begun, or taken up again
 */
public record Job(
        UUID id,
        UUID loadId,
        @Nullable UUID fileId,
        JobKind kind,
        JobState state,
        @Nullable String stage,
        long done,
        @Nullable Long of,
        boolean about,
        @Nullable OffsetDateTime begunAt,
        long begunDone,
        @Nullable OffsetDateTime beatAt,
        @Nullable OffsetDateTime cancelWantedAt,
        String madeByName,
        OffsetDateTime madeAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable JobFailure failure,
        List<String> words,
        int waitsBefore) {

    /** So many a second since the stage was begun; nothing where it is too early to say. */
    public @Nullable Long rate() {
        if (begunAt == null || beatAt == null) {
            return null;
        }
        var took = Duration.between(begunAt, beatAt).toMillis();
        return took < 1_000 || done <= begunDone ? null : (done - begunDone) * 1_000 / took;
    }

    /** Seconds until the stage ends, at this speed. */
    public @Nullable Long secondsLeft() {
        var rate = rate();
        return rate == null || rate == 0 || of == null ? null : Math.max(0, of - done) / rate;
    }

    /** Per cent; of an estimate never all. */
    public @Nullable Integer percent() {
        if (of == null || of == 0) {
            return null;
        }
        return (int) Math.min(about ? 99 : 100, done * 100 / of);
    }
}
