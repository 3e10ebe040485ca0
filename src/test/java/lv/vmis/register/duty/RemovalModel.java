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
            Paper paper, List<Paper> also, boolean isLate, ProcedureModel.Done done, boolean hasNote, Instant now) {
        if (isLate) {
            return Set.of("DONE_MEANWHILE");
        }
        if (!also.stream()
                .allMatch(other -> other.text.removal()
                        && other == other.of.standing()
                        && other.of.isTogether
                        && paper.of.isTogether)) {
            return Set.of("NOT_FOUND_TOGETHER");
        }
        var why = new TreeSet<String>();
        var all = Stream.concat(Stream.of(paper), also.stream()).toList();
        all.forEach(one -> why.addAll(mistakes(one, done, hasNote, now)));
        if (why.isEmpty()) {
            all.forEach(one -> one.steps.add(done.is("NOTIFIED") ? told(one, done) : done));
        }
        return why;
    }

    private static Set<String> mistakes(Paper paper, ProcedureModel.Done done, boolean hasNote, Instant now) {
        var kind = done.kind();
        var at = done.at();
        var starts = done.starts();
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
        if (paper != paper.of.standing()) {
            return Set.of("NOT_STANDING");
        }
        var why = new TreeSet<String>();
        if (at.isAfter(now)) {
            why.add("IN_FUTURE");
        }
        if (at.isBefore(paper.decidedFrom())) {
            why.add("BEFORE_DECISION");
        }
        if (done.until() != null && done.until().isBefore(ProcedureModel.day(at))) {
            why.add("UNTIL_PAST");
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
        if (paper.of.person.isInPrison(ProcedureModel.day(starts))) {
            why.add("IN_PRISON");
        }
        if (paper.destination() == null) {
            why.add("DESTINATION_UNNAMED");
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
        return paper.steps.stream()
                .filter(one -> !paper.withdrawnSteps.contains(one))
                .sorted(Comparator.comparing(ProcedureModel.Done::at));
    }

    /** A notice tells the start that was set when it was given. */
    private static ProcedureModel.Done told(Paper paper, ProcedureModel.Done notice) {
        var past = inOrder(paper).filter(one -> !one.at().isAfter(notice.at())).toList();
        return new ProcedureModel.Done(
                notice.kind(), notice.at(), notice.outcome(), scheduled(past), null, notice.noted(), notice.by());
    }

    /** Why nobody is taken away at that moment: p. 20, 21 and 22. */
    static Set<String> against(Paper paper, Instant at, boolean isExcused) {
        var why = new TreeSet<String>();
        Instant start = null;
        LocalDate until = null;
        var isTold = false;
        var isChecked = false;
        var isFit = true;
        for (var one : inOrder(paper).toList()) {
            switch (one.kind()) {
                case "SCHEDULED" -> {
                    start = one.starts();
                    isTold = false;
                }
                case "NOTIFIED" -> isTold = isTold || (start != null && start.equals(one.starts()));
                case "POSTPONED", "FAILED" -> {
                    start = null;
                    isChecked = false;
                    until = one.is("POSTPONED") ? one.until() : until;
                }
                case "MEDICAL_CHECK" -> {
                    if (!one.at().isAfter(at)) {
                        isChecked = true;
                        isFit = !"UNFIT".equals(one.outcome());
                    }
                }
                default -> {}
            }
        }
        if (start == null) {
            why.add("NO_START");
        } else {
            if (at.isBefore(start)) {
                why.add("NOT_BEGUN");
            }
            if (!isTold) {
                why.add("NOT_TOLD");
            }
        }
        if (until != null && ProcedureModel.day(at).isBefore(until)) {
            why.add("STILL_POSTPONED");
        }
        if (!isFit) {
            why.add("UNFIT");
        }
        if (!isChecked && !isExcused) {
            why.add("NOT_CHECKED");
        }
        return why;
    }

    /** Whether something was noted after the step that could not have been noted without it. */
    static boolean isRestedOn(Paper paper, ProcedureModel.Done step) {
        var with = inOrder(paper).toList();
        return with.stream().filter(one -> !one.equals(step)).anyMatch(one -> {
            var before = with.subList(0, with.indexOf(one));
            var without = before.stream().filter(other -> !other.equals(step)).toList();
            return hasFooting(one, before) && !hasFooting(one, without);
        });
    }

    private static boolean hasFooting(ProcedureModel.Done one, List<ProcedureModel.Done> before) {
        return switch (one.kind()) {
            case "DOCUMENT_ANSWERED" -> before.stream().anyMatch(other -> other.is("DOCUMENT_REQUESTED"));
            case "READMISSION_ANSWERED" -> before.stream().anyMatch(other -> other.is("READMISSION_REQUESTED"));
            case "NOTIFIED" -> one.starts() != null && one.starts().equals(scheduled(before));
            case "FAILED" -> scheduled(before) != null;
            case "SCHEDULED" -> {
                LocalDate until = null;
                for (var other : before) {
                    until = other.is("POSTPONED") ? other.until() : until;
                }
                yield until == null || !ProcedureModel.day(one.starts()).isBefore(until);
            }
            default -> true;
        };
    }

    /** What is to be done next before somebody is taken away. */
    static @Nullable String next(Paper paper) {
        var why = against(paper, Instant.parse("9999-01-01T00:00:00Z"), false);
        return why.contains("NOT_CHECKED") || why.contains("UNFIT")
                ? "MEDICAL_CHECK"
                : why.contains("NO_START") ? "SCHEDULED" : why.contains("NOT_TOLD") ? "NOTIFIED" : null;
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
