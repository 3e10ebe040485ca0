package lv.vmis.register.duty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * Where something stands in the list of what waits: overdue first, the longest overdue on top, then stalled, then by the last day,
 * then without a term.
 *
 * @param until the last day, or since when it waits where there is no term
 * @param from since when it waits, or the last day itself where that is stored: what ends on one day stands by this
 */
public record WaitPlace(Group group, LocalDate until, LocalDate from, UUID id) implements Comparable<WaitPlace> {

    // The database compares keys as the letters they are written in.
    private static final Comparator<WaitPlace> ORDER = Comparator.comparing(WaitPlace::group)
            .thenComparing(WaitPlace::until)
            .thenComparing(WaitPlace::from)
            .thenComparing(one -> one.id().toString());

    /** How something waits, the most urgent first. */
    public enum Group {
        OVERDUE,
        STALLED,
        DUE,
        WAITING
    }

    @Override
    public int compareTo(WaitPlace other) {
        return ORDER.compare(this, other);
    }
}
