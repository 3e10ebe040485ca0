package lv.vmis.register.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person searched for must have besides. All of it holds at once; the place and the days of a finding are those of
 * one and the same finding.
 *
 * @param matter the number of a case or a decision
 * @param place part of the place of a finding
 */
public record Narrowing(
        @Nullable String matter,
        @Nullable String sex,
        @Nullable String place,
        @Nullable LocalDate foundFrom,
        @Nullable LocalDate foundTo,
        @Nullable LocalDate decidedFrom,
        @Nullable LocalDate decidedTo,
        List<Status> statuses) {

    /** How somebody stands today. */
    public enum Status {
        BAN,
        PENDING_BAN,
        OPEN_DECISION,
        PRESENT
    }

    public Narrowing {
        statuses = List.copyOf(statuses);
    }

    boolean isEmpty() {
        return matter == null
                && sex == null
                && place == null
                && foundFrom == null
                && foundTo == null
                && decidedFrom == null
                && decidedTo == null
                && statuses.isEmpty();
    }
}
