package lv.vmis.register.legacy.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown within long work to leave it, from wherever it is. */
public final class JobStopped extends RuntimeException {

    enum Why {
        CANCELLED,
        /** Another process has it now, or it was ended. */
        LOST,
        /** This process is stopped; another, or this one later, goes on. */
        SHUT_DOWN,
        FAILED
    }

    private final Why why;
    private final @Nullable JobFailure failure;
    private final List<String> words;

    JobStopped(Why why) {
        this(why, null, List.of());
    }

    private JobStopped(Why why, @Nullable JobFailure failure, List<String> words) {
        super(why.name(), null, false, false);
        this.why = why;
        this.failure = failure;
        this.words = words;
    }

    /** It cannot be done; the words fill the text of the failure. */
    public static JobStopped failed(JobFailure failure, String... words) {
        return new JobStopped(Why.FAILED, failure, List.of(words));
    }

    Why why() {
        return why;
    }

    @Nullable
    JobFailure failure() {
        return failure;
    }

    List<String> words() {
        return words;
    }
}
