package lv.vmis.register.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    private @Nullable List<Map<Long, ? extends Collection<Description>>> sinceSettling;

    public LiveIndex(PersonIndex index) {
        this.index = index;
    }

    public PersonIndex now() {
        return index;
    }

    /** From now on these persons have exactly these identities; none takes a person out. */
    public synchronized void change(Map<Long, ? extends Collection<Description>> persons) {
        index = index.with(persons);
        if (sinceSettling != null) {
            sinceSettling.add(persons);
        }
    }

    /** Whether so much has changed that answers would get slower. */
    public boolean isDue() {
        var present = index;
        return present.unsettled() > JOIN_FROM + present.rows() / PART;
    }

    /** Joins all changes so far into the large part; called by one thread at a time. */
    public void settle() {
        PersonIndex before;
        synchronized (this) {
            before = index;
            sinceSettling = new ArrayList<>();
        }
        var settled = before.settled();
        synchronized (this) {
            for (var persons : sinceSettling == null ? List.<Map<Long, Collection<Description>>>of() : sinceSettling) {
                settled = settled.with(persons);
            }
            sinceSettling = null;
            index = settled;
        }
    }
}
