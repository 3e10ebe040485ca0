package lv.vmis.register.removal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.safeguard.Assessed;
import org.jspecify.annotations.Nullable;

/**
 * How far a removal is, worked out from what was done and never stored (Reg. 454).
 *
 * @param startsAt when it begins, while a set time holds
 * @param blocks what blocks it, in the order in which it is dealt with; none when it can begin
 */
public record Readiness(@Nullable Instant startsAt, Set<Block> blocks) {

    /**
     * What it follows from.
     *
     * @param isMissing whether nobody knows where the person is
     * @param mayStay whether the person may stay, as VMIS told
     * @param prisonUntil until when a sentence is served in prison; nothing where none is
     * @param isServed whether the decision was served
     * @param isNamed whether the State is named to which the person goes
     * @param isSuspended whether a follow-up decision or a court has suspended it, or another decision on the person
     * @param hasDocument whether the register has a valid travel document of the person
     * @param safeguards how each question to be assessed stands
     * @param steps what was done, in the order in which it was done
     */
    public record Facts(
            boolean isMissing,
            boolean mayStay,
            @Nullable LocalDate prisonUntil,
            boolean isServed,
            boolean isNamed,
            boolean isSuspended,
            boolean hasDocument,
            List<Assessed> safeguards,
            List<RemovalStep> steps) {}

    static Readiness of(Facts facts, Instant now) {
        var blocks = EnumSet.noneOf(Block.class);
        if (facts.isMissing()) {
            blocks.add(Block.MISSING);
        }
        if (facts.mayStay()) {
            blocks.add(Block.MAY_STAY);
        }
        if (facts.isSuspended()) {
            blocks.add(Block.SUSPENDED);
        }
        if (!facts.isServed()) {
            blocks.add(Block.NOT_SERVED);
        }
        if (!facts.isNamed()) {
            blocks.add(Block.NO_STATE);
        }
        for (var assessed : facts.safeguards()) {
            if (!assessed.isClear()) {
                blocks.add(assessed.standing() == Assessed.Standing.PREVENTS ? Block.PREVENTED : Block.NOT_ASSESSED);
            }
        }
        document(facts, blocks);
        readmission(facts.steps(), blocks);
        var since = sinceEnd(facts.steps());
        medical(since, blocks);
        var scheduled = last(since, StepKind.SCHEDULED);
        prison(facts.prisonUntil(), scheduled == null ? now : Objects.requireNonNull(scheduled.startsAt()), blocks);
        if (scheduled == null) {
            blocks.add(isPostponed(facts.steps(), now) ? Block.POSTPONED : Block.NOT_SCHEDULED);
            return new Readiness(null, blocks);
        }
        var start = Objects.requireNonNull(scheduled.startsAt());
        if (!isTold(since, scheduled)) {
            blocks.add(Block.NOT_NOTIFIED);
        }
        if (start.isBefore(now)) {
            blocks.add(Block.UNREPORTED);
        }
        return new Readiness(start, blocks);
    }

    /** The step that set the time which holds. */
    static @Nullable RemovalStep scheduled(List<RemovalStep> steps) {
        return last(sinceEnd(steps), StepKind.SCHEDULED);
    }

    /** Whether the foreigner was told of the start that was set, and of no other (p. 21). */
    static boolean isTold(List<RemovalStep> steps, RemovalStep scheduled) {
        return after(steps, scheduled).stream()
                .anyMatch(step ->
                        step.kind() == StepKind.NOTIFIED && Objects.equals(step.startsAt(), scheduled.startsAt()));
    }

    private static void prison(@Nullable LocalDate until, Instant start, Set<Block> blocks) {
        if (until != null && until.isAfter(LocalDate.ofInstant(start, RegisterClock.RIGA))) {
            blocks.add(Block.IN_PRISON);
        }
    }

    private static void document(Facts facts, Set<Block> blocks) {
        var asked = last(facts.steps(), StepKind.DOCUMENT_REQUESTED);
        if (facts.hasDocument() || facts.steps().stream().anyMatch(step -> step.came("ISSUED"))) {
            return;
        }
        if (asked == null) {
            blocks.add(Block.NO_DOCUMENT);
        } else {
            var answered = last(after(facts.steps(), asked), StepKind.DOCUMENT_ANSWERED);
            blocks.add(answered == null ? Block.DOCUMENT_AWAITED : Block.DOCUMENT_REFUSED);
        }
    }

    /** Readmission is asked for where there is an agreement; what was not asked for does not block. */
    private static void readmission(List<RemovalStep> steps, Set<Block> blocks) {
        var asked = last(steps, StepKind.READMISSION_REQUESTED);
        if (asked == null) {
            return;
        }
        var answered = last(after(steps, asked), StepKind.READMISSION_ANSWERED);
        if (answered == null) {
            blocks.add(Block.READMISSION_AWAITED);
        } else if (!answered.came("AGREED")) {
            blocks.add(Block.READMISSION_REFUSED);
        }
    }

    /** The check that was made since the removal was put off last (p. 22): health may have changed. */
    private static void medical(List<RemovalStep> since, Set<Block> blocks) {
        var checked = last(since, StepKind.MEDICAL_CHECK);
        if (checked == null) {
            blocks.add(Block.NO_MEDICAL_CHECK);
        } else if (checked.came("UNFIT")) {
            blocks.add(Block.UNFIT);
        }
    }

    private static boolean isPostponed(List<RemovalStep> steps, Instant now) {
        var postponed = last(steps, StepKind.POSTPONED);
        if (postponed == null || last(after(steps, postponed), StepKind.FAILED) != null) {
            return false;
        }
        var until = postponed.untilOn();
        return until == null || !until.isBefore(LocalDate.ofInstant(now, RegisterClock.RIGA));
    }

    /** What was done since the removal was put off or failed last. */
    static List<RemovalStep> sinceEnd(List<RemovalStep> steps) {
        return steps.stream()
                .filter(step -> step.kind().endsSchedule())
                .reduce((_, later) -> later)
                .map(end -> after(steps, end))
                .orElse(steps);
    }

    private static List<RemovalStep> after(List<RemovalStep> steps, RemovalStep step) {
        return steps.subList(steps.indexOf(step) + 1, steps.size());
    }

    static @Nullable RemovalStep last(List<RemovalStep> steps, StepKind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    public boolean isReady() {
        return blocks.isEmpty();
    }
}
