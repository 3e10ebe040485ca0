package lv.vmis.register.legacy.job;

import java.io.IOException;

/** How one kind of long work is done. It may be stopped between any two batches, and is begun again with what is committed. */
public interface JobWork {

    JobKind kind();

    /** Whether this process has what it needs for it. */
    default boolean canRun(Job job) {
        return true;
    }

    /** Does it to the end; its last transaction ends the job ({@link RunningJob#end}). */
    void run(RunningJob job) throws IOException;
}
