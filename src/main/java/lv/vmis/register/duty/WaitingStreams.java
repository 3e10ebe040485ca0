package lv.vmis.register.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.duty.WaitPlace.Group;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The stretches of the index that the open cases of a group stand in, one for each step and rule: by one rule, what began first ends
 * first. Between versions of a law of different length that holds but for some days.
 */
@Component
class WaitingStreams {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final UUID LAST = new UUID(-1, -1);

    /** Rules whose last day is stored, and is what the index is ordered by. */
    private static final Set<String> STORED =
            Set.of("departure.term.max", "whereabouts.review", "removal.prison.notice");

    private final LegalParameters parameters;
    private final WorkingDays workingDays;
    private final Clock clock;

    WaitingStreams(LegalParameters parameters, WorkingDays workingDays, Clock clock) {
        this.parameters = parameters;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * A stretch of the index.
     *
     * @param after it begins after this day and key
     * @param before it ends before this day
     */
    record Stream(NextStep step, String rule, LocalDate after, UUID afterId, LocalDate before) {

        boolean isEmpty() {
            return !after.isBefore(before);
        }
    }

    /** @param reach the place in this group from which on, if not from its beginning */
    List<Stream> of(Group group, @Nullable NextStep step, @Nullable WaitPlace reach) {
        return Arrays.stream(NextStep.values())
                .filter(one -> step == null || step == one)
                .flatMap(one -> one.rules().stream()
                        .filter(rule ->
                                rule.equals(WaitingCases.STALLED) == (group == Group.STALLED || group == Group.WAITING))
                        .map(rule -> stream(group, one, rule, reach)))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private Stream stream(Group group, NextStep step, String rule, @Nullable WaitPlace reach) {
        var today = LocalDate.now(clock);
        // The first day of the group that is less urgent by this rule.
        var border = rule.equals(WaitingCases.STALLED)
                ? today.minus(parameters.period(WaitingCases.STALLED, today))
                : first(rule, today);
        var isUrgent = group == Group.OVERDUE || group == Group.STALLED;
        var before = isUrgent ? border : NEVER;
        if (reach == null) {
            return new Stream(step, rule, isUrgent ? EVER : border.minusDays(1), LAST, before);
        }
        // What ends on the day of the place stands by since when it waits: some of it before the place, some after.
        var from = first(rule, reach.until());
        var to = first(rule, reach.until().plusDays(1));
        if (reach.from().isBefore(from)) {
            return new Stream(step, rule, from.minusDays(1), LAST, before);
        }
        return reach.from().isBefore(to)
                ? new Stream(step, rule, reach.from(), reach.id(), before)
                : new Stream(step, rule, to.minusDays(1), LAST, before);
    }

    /** The first day from which on the rule reaches the day. */
    private LocalDate first(String rule, LocalDate until) {
        var day = until;
        while (!until(rule, day.minusDays(1), parameters).isBefore(until)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The last day by the rule of what stands on the day in the index. */
    LocalDate until(String rule, LocalDate day, LegalParameters law) {
        return STORED.contains(rule) || rule.equals(WaitingCases.STALLED)
                ? day
                : workingDays.plus(day, law.workingDays(rule, day));
    }
}
