package lv.vmis.register.removal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lv.vmis.register.kernel.RegisterClock;

/** What a step rests on: an answer on a request, a notice and a failure on the time that was set. */
final class Footing {

    private Footing() {}

    /** Those of the steps that hold with one of them and not without it, in the order in which they are withdrawn. */
    static List<RemovalStep> restingOn(RemovalStep one, List<RemovalStep> steps) {
        var without = steps.stream().filter(step -> step.place() != one.place()).toList();
        return without.stream()
                .filter(step -> holds(step, before(step, steps)) && !holds(step, before(step, without)))
                .toList()
                .reversed();
    }

    /** Whether the step could have been noted after those. */
    private static boolean holds(RemovalStep step, List<RemovalStep> before) {
        return switch (step.kind()) {
            case DOCUMENT_ANSWERED -> Readiness.last(before, StepKind.DOCUMENT_REQUESTED) != null;
            case READMISSION_ANSWERED -> Readiness.last(before, StepKind.READMISSION_REQUESTED) != null;
            case NOTIFIED ->
                Stream.ofNullable(Readiness.scheduled(before))
                        .anyMatch(set -> Objects.equals(set.startsAt(), step.startsAt()));
            case FAILED -> Readiness.scheduled(before) != null;
            case SCHEDULED ->
                Stream.ofNullable(Readiness.last(before, StepKind.POSTPONED))
                        .map(RemovalStep::untilOn)
                        .filter(Objects::nonNull)
                        .noneMatch(until -> Objects.requireNonNull(step.startsAt())
                                .atZone(RegisterClock.RIGA)
                                .toLocalDate()
                                .isBefore(until));
            case DOCUMENT_REQUESTED,
                    READMISSION_REQUESTED,
                    MEDICAL_CHECK,
                    TRANSPORT_BOOKED,
                    ESCORT_NAMED,
                    ALLOWANCE_PAID,
                    MONITORED,
                    POSTPONED,
                    COST -> true;
        };
    }

    private static List<RemovalStep> before(RemovalStep step, List<RemovalStep> steps) {
        return steps.subList(0, steps.indexOf(step));
    }
}
