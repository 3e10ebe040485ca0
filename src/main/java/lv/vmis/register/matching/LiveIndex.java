package lv.vmis.register.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The index in use, which changes while it is asked. Who asks takes {@link #now} and is never held up; who changes waits
 * for others who change. Changes are small parts beside the large one until {@link #settle} joins them, which may take
 * long and holds nobody up either.
 */
public final class LiveIndex {

    /** From so many rows beside the large part, or a twentieth of it, they are joined. */
    private static final int JOIN_FROM = 20_000;

    private static final int PART = 20;

    private volatile PersonIndex index;
    /** What changed while it is settled, each person as last. */
    private @Nullable Map<Long, Collection<Description>> sinceSettling;

    /** Begins with an index that knows everybody. */
    public LiveIndex(PersonIndex index) {
        this.index = index;
    }

    /** The index as it is now; it stays so, whatever changes. */
    public PersonIndex now() {
        return index;
    }

    /** From now on these persons have exactly these identities; none takes a person out. */
    public synchronized void change(Map<Long, ? extends Collection<Description>> persons) {
        index = index.with(persons);
        if (sinceSettling != null) {
            sinceSettling.putAll(persons);
        }
    }

    /** Whether so much has changed that answers would get slower. */
    public boolean isDue() {
        var present = index;
        return present.unsettled() > JOIN_FROM + present.rows() / PART;
    }

    /** Joins all changes so far into the large part; called by one thread at a time. Should it fail, nothing has changed. */
    public void settle() {
        PersonIndex before;
        synchronized (this) {
            before = index;
            sinceSettling = new HashMap<>();
        }
        try {
            var settled = before.settled();
            synchronized (this) {
                index = settled.with(sinceSettling == null ? Map.of() : sinceSettling);
            }
        } finally {
            synchronized (this) {
                sinceSettling = null;
            }
        }
    }
}
