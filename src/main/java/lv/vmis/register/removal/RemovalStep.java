package lv.vmis.register.removal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to carry out a removal decision.
 *
 * @param place its number among the steps of the decision, from 1
 * @param outcome what came of it, of the list of its kind
 * @param startsAt when the removal begins, that was set or told
 * @param name the monitor or the head of the escort
 * @param present whether the monitor was present
 * @param amount in EUR
 * @param official who entered it, by name
 * @param institution of the unit that did it
 * @param withdrawnAt when it was withdrawn as entered by mistake; nothing while it counts
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
        @Nullable String name,
        @Nullable Boolean present,
        @Nullable BigDecimal amount,
        @Nullable String fromPlace,
        @Nullable String toPlace,
        @Nullable Instant departsAt,
        String unit,
        String official,
        Instant enteredAt,
        String institution,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnReason) {

    /** Whether it counts. */
    public boolean stands() {
        return withdrawnAt == null;
    }

    /** What an official has before him, as a number: one more with each step and each withdrawal. */
    static int seen(List<RemovalStep> history) {
        return history.size()
                + (int) history.stream().filter(step -> !step.stands()).count();
    }

    boolean came(String what) {
        return what.equals(outcome);
    }
}
