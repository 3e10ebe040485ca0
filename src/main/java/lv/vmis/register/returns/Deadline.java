package lv.vmis.register.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import lv.vmis.register.reference.LegalParameter;
import lv.vmis.register.reference.Point;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of a case, worked out anew on every look and never stored.
 *
 * @param key of its words: {@code deadline.<key>}, and how it was worked out: {@code deadline.how.<key>}
 * @param owner institution that has to keep it; nothing where it is the foreigner
 * @param rule the term and where it is written, in the version in force when it began
 * @param from what it is counted from, or back from
 * @param dayOff the day off it would have ended on, where the law moves it
 * @param done when it was kept; nothing while it is open
 * @param where the page on which it is dealt with
 * @param number of the decision it is a deadline of; nothing where it is one of the case
 * @param stoppedOn since when the decision is suspended, so that it does not run
 */
public record Deadline(
        String key,
        @Nullable String owner,
        LegalParameter rule,
        Point from,
        Point until,
        @Nullable LocalDate dayOff,
        @Nullable Point done,
        String where,
        @Nullable String number,
        @Nullable LocalDate stoppedOn) {

    /** One of the case itself. */
    public Deadline(
            String key,
            @Nullable String owner,
            LegalParameter rule,
            Point from,
            Point until,
            @Nullable LocalDate dayOff,
            @Nullable Point done,
            String where) {
        this(key, owner, rule, from, until, dayOff, done, where, null, null);
    }

    /** The key of a time in which the foreigner may do something and need not: once over, it is not late. */
    public static final String CONTEST = "contest";

    /** Keys of those whose end somebody sets: the rule says only how far away it may be. */
    private static final Set<String> SET = Set.of("leave", "leave-extended", "detention-by-judge", "review");

    /** The days that were set within the rule; nothing where the rule itself is the length. */
    public @Nullable Integer days() {
        return SET.contains(key) ? Math.toIntExact(ChronoUnit.DAYS.between(from.day(), until.day())) : null;
    }

    /** The key of a time in which he may go to court against what came of that. */
    public static final String APPEAL = "appeal";

    /** How it stands. */
    public enum Standing {
        LATE("order"),
        OPEN("info"),
        STOPPED("muted"),
        OVER("muted"),
        KEPT("ok"),
        KEPT_LATE("order");

        private final String badge;

        Standing(String badge) {
            this.badge = badge;
        }

        public String badge() {
            return badge;
        }
    }

    public boolean isStopped() {
        return done == null && stoppedOn != null;
    }

    public Standing standing(Instant now) {
        if (isStopped()) {
            return Standing.STOPPED;
        }
        if (done == null) {
            var past = key.equals(CONTEST) || key.equals(APPEAL) ? Standing.OVER : Standing.LATE;
            return until.isPast(now) ? past : Standing.OPEN;
        }
        var isToTheMoment = until.at() != null && done.at() != null;
        var inTime =
                isToTheMoment ? !done.end().isAfter(until.end()) : !done.day().isAfter(until.day());
        return inTime ? Standing.KEPT : Standing.KEPT_LATE;
    }
}
