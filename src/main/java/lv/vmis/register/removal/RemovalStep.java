package lv.vmis.register.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to carry out a removal decision.
 *
 * @param place its number among the steps of the decision, from 1
 * @param outcome what came of it, of the list of its kind
 * @param startsAt when the removal begins, that was set or told
 * @param official who entered it, by name
 */
public record RemovalStep(
        UUID decisionId,
        int place,
        StepKind kind,
        Instant happenedAt,
        @Nullable String outcome,
        @Nullable String country,
        @Nullable String number,
        @Nullable Instant startsAt,
        @Nullable String escortEnd,
        @Nullable Integer escorts,
        @Nullable String language,
        @Nullable LocalDate untilOn,
        @Nullable String note,
        String unit,
        String official,
        Instant enteredAt) {

    boolean came(String what) {
        return what.equals(outcome);
    }
}
