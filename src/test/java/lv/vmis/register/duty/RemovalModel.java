package lv.vmis.register.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carrying out removals as Reg. 454 states it, on paper: the part of {@link ProcedureModel} about its steps. */
final class RemovalModel {

    private RemovalModel() {}

    static Set<String> step(
            Paper paper,
            List<Paper> also,
            boolean isLate,
            String kind,
            Instant at,
            @Nullable Instant starts,
            @Nullable LocalDate until,
            boolean hasNote,
            Instant now) {
        if (isLate) {
            return Set.of("DONE_MEANWHILE");
        }
        if (!also.stream().allMatch(other -> other.text.removal() && other == other.of.standing())) {
            return Set.of("NOT_FOUND_TOGETHER");
        }
        var why = new TreeSet<String>();
        var all = Stream.concat(Stream.of(paper), also.stream()).toList();
        all.forEach(one -> why.addAll(mistakes(one, kind, at, starts, hasNote, now)));
        if (why.isEmpty()) {
            all.forEach(one -> one.steps.add(new ProcedureModel.Done(kind, at, starts, until)));
        }
        return why;
    }

    private static Set<String> mistakes(
            Paper paper, String kind, Instant at, @Nullable Instant starts, boolean hasNote, Instant now) {
        if (!paper.text.removal()) {
            return Set.of("NOT_A_REMOVAL");
        }
        if (paper.signed == null) {
            return Set.of("NOT_SIGNED");
        }
        if (paper.departed != null) {
            return Set.of("HAS_LEFT");
        }
        if (paper.cancelledOn() != null) {
            return Set.of("IS_CANCELLED");
        }
        var why = new TreeSet<String>();
        if (at.isAfter(now)) {
            why.add("IN_FUTURE");
        }
        if (ProcedureModel.day(at).isBefore(paper.decided())) {
            why.add("BEFORE_DECISION");
        }
        var past = inOrder(paper).filter(one -> !one.at().isAfter(at)).toList();
        switch (kind) {
            case "DOCUMENT_ANSWERED", "READMISSION_ANSWERED" -> {
                var asked = kind.replace("ANSWERED", "REQUESTED");
                if (past.stream().noneMatch(one -> one.kind().equals(asked))) {
                    why.add("NOT_ASKED");
                }
            }
            case "SCHEDULED" -> schedule(paper, at, starts, past, why);
            case "NOTIFIED" -> {
                var set = scheduled(past);
                if (set == null) {
                    why.add("NOT_SCHEDULED");
                } else if (Duration.between(at, set).toMinutes() < 60) {
                    why.add("TOLD_TOO_LATE");
                } else if (Duration.between(at, set).toMinutes() < 720 && !hasNote) {
                    why.add("URGENT_WITHOUT_REASON");
                }
            }
            case "FAILED" -> {
                if (scheduled(past) == null) {
                    why.add("NOT_SCHEDULED");
                }
            }
            default -> {}
        }
        return why;
    }

    private static void schedule(
            Paper paper, Instant at, @Nullable Instant starts, List<ProcedureModel.Done> past, Set<String> why) {
        if (paper.suspendedOn() != null) {
            why.add("IS_SUSPENDED");
        }
        if (starts == null || !starts.isAfter(at)) {
            why.add("STARTS_BEFORE");
            return;
        }
        LocalDate until = null;
        for (var one : past) {
            if (one.kind().equals("POSTPONED")) {
                until = one.until();
            }
        }
        if (until != null && ProcedureModel.day(starts).isBefore(until)) {
            why.add("STILL_POSTPONED");
        }
    }

    private static Stream<ProcedureModel.Done> inOrder(Paper paper) {
        return paper.steps.stream().sorted(Comparator.comparing(ProcedureModel.Done::at));
    }

    /** The day on which the removal begins as things stand, in Latvia. */
    static @Nullable LocalDate start(Paper paper) {
        var start = scheduled(inOrder(paper).toList());
        return start == null ? null : ProcedureModel.day(start);
    }

    /** When the removal begins as things stand; nothing when no time is set, or it was put off or failed since. */
    private static @Nullable Instant scheduled(List<ProcedureModel.Done> past) {
        Instant starts = null;
        for (var one : past) {
            switch (one.kind()) {
                case "SCHEDULED" -> starts = one.starts();
                case "POSTPONED", "FAILED" -> starts = null;
                default -> {}
            }
        }
        return starts;
    }
}
