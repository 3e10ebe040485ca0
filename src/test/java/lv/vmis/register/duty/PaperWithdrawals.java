package lv.vmis.register.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lv.vmis.register.duty.ProcedureModel.Done;
import lv.vmis.register.duty.ProcedureModel.Official;
import org.jspecify.annotations.Nullable;

/** What was entered by mistake is withdrawn by another official as if it had never been entered, unless something rests on it (Reg. 122 p. 11). */
final class PaperWithdrawals {

    private PaperWithdrawals() {}

    private static @Nullable String notByOther(Paper paper, Official who, @Nullable Official entered) {
        if (!who.institution().equals(paper.by.institution())) {
            return "ENTRY_OF_ANOTHER_INSTITUTION";
        }
        return who.equals(entered) ? "OWN_ENTRY" : null;
    }

    static Set<String> service(Paper paper, Official who, boolean isStale) {
        var noted = paper.servedAt;
        if (noted == null) {
            return Set.of("NOT_SERVED");
        }
        var blocked = notByOther(paper, who, paper.servedBy);
        if (blocked != null) {
            return Set.of(blocked);
        }
        if (paper.departed != null) {
            return Set.of("DEPARTURE_RESTS_ON_SERVICE");
        }
        var isExtended = paper.later.stream()
                .anyMatch(one -> one.termSet != null && one.signed != null && one.signed.isAfter(noted));
        if (isExtended || paper.remedies.stream().anyMatch(one -> one.termSet != null && isAfter(one, noted))) {
            return Set.of("TERM_RESTS_ON_SERVICE");
        }
        if (isStale) {
            return Set.of("CHANGED_MEANWHILE");
        }
        paper.served = null;
        paper.servedAt = null;
        paper.servedBy = null;
        var days = paper.text.term();
        if (days != null) {
            // As what ended a suspension set it last, or as decided.
            var set = new TreeMap<Instant, LocalDate>();
            paper.remedies.stream()
                    .filter(one -> one.termSet != null)
                    .forEach(one -> set.put(Objects.requireNonNull(one.resolvedAt), one.termSet));
            paper.later.stream()
                    .filter(one -> one.termSet != null && one.kind.equals("RESUME"))
                    .forEach(one -> set.put(Objects.requireNonNull(one.signed), one.termSet));
            paper.leaveBy = set.isEmpty()
                    ? paper.decided().plusDays(days)
                    : set.lastEntry().getValue();
        }
        return Set.of();
    }

    private static boolean isAfter(PaperRemedy remedy, Instant moment) {
        return remedy.resolvedAt != null && remedy.resolvedAt.isAfter(moment);
    }

    static Set<String> departure(Paper paper, Official who, boolean isStale) {
        if (paper.departed == null) {
            return Set.of("NOT_DEPARTED");
        }
        var of = paper.of;
        var blocked = notByOther(paper, who, of.leftBy);
        if (blocked != null) {
            return Set.of(blocked);
        }
        var left = of.left;
        of.left = null;
        var isRestedOn =
                of.person.others(of).anyMatch(other -> "LEFT".equals(other.closed) && other.leftElsewhere() == null);
        of.left = left;
        if (isRestedOn) {
            return Set.of("CASE_CLOSED_BY_DEPARTURE");
        }
        var freed = of.person.held().filter(one -> one.releasedBy == paper).toList();
        if (freed.stream()
                .anyMatch(one -> of.person
                        .held()
                        .anyMatch(
                                other -> other != one && !other.from.isBefore(Objects.requireNonNull(one.released))))) {
            return Set.of("DETAINED_SINCE");
        }
        if (isStale) {
            return Set.of("CHANGED_MEANWHILE");
        }
        paper.departed = null;
        of.left = null;
        of.leftTold = null;
        of.leftBy = null;
        of.leftUnder = null;
        freed.forEach(one -> {
            one.released = null;
            one.releasedBy = null;
        });
        return Set.of();
    }

    static Set<String> remedy(PaperRemedy remedy, Official who, boolean isStale) {
        if (!who.institution().equals(remedy.of.by.institution())) {
            return Set.of("NOT_YOUR_INSTITUTION");
        }
        if (remedy.result != null) {
            return Set.of("HAS_RESULT");
        }
        if (who.equals(remedy.enteredBy)) {
            return Set.of("OWN_ENTRY");
        }
        if (isStale) {
            return Set.of("CHANGED_MEANWHILE");
        }
        remedy.of.remedies.remove(remedy);
        return Set.of();
    }

    static Set<String> result(PaperRemedy remedy, Official who, boolean isStale) {
        var of = remedy.of;
        if (!who.institution().equals(of.by.institution())) {
            return Set.of("NOT_YOUR_INSTITUTION");
        }
        var at = remedy.resolvedAt;
        if (at == null) {
            return Set.of("NOT_RESOLVED");
        }
        if (who.equals(remedy.enteredBy)) {
            return Set.of("OWN_ENTRY");
        }
        if (of.remedies.stream().anyMatch(one -> one.filedAt.isAfter(at))) {
            return Set.of("LATER_REMEDY");
        }
        var told = of.of.leftTold;
        if (of.departed != null && told != null && told.isAfter(at) && remedy.suspends) {
            return Set.of("LEFT_SINCE");
        }
        if (remedy.termSet != null && !remedy.termSet.equals(of.leaveBy)) {
            return Set.of("TERM_SET_SINCE");
        }
        // A case is not closed over a decision that stands, nor does one come to stand in it.
        var closed = of.of.closed;
        if ("CANCELLED".equals(remedy.result) && closed != null && !PaperCase.leavesDecision(closed)) {
            return Set.of("CASE_CLOSED");
        }
        if (isStale) {
            return Set.of("CHANGED_MEANWHILE");
        }
        if (remedy.termSet != null) {
            of.leaveBy = remedy.termBefore;
        }
        remedy.result = null;
        remedy.resultOn = null;
        remedy.resolvedAt = null;
        remedy.termSet = null;
        remedy.stood.clear();
        remedy.termBefore = null;
        remedy.enteredBy = Objects.requireNonNull(remedy.filer);
        remedy.version++;
        return Set.of();
    }

    /** @param also others of whom the same is withdrawn */
    static Set<String> step(Paper paper, Done step, List<Paper> also, Official who, boolean isStale) {
        var why = new TreeSet<String>();
        var all = new LinkedHashMap<Paper, Done>();
        all.put(paper, step);
        for (var other : also) {
            var same = other.steps.stream()
                    .filter(one -> one.noted().equals(step.noted()) && one.is(step.kind()))
                    .filter(one -> !other.withdrawnSteps.contains(one))
                    .findFirst();
            if (same.isEmpty()) {
                return Set.of("NOT_ENTERED_TOGETHER");
            }
            all.put(other, same.get());
        }
        all.forEach((of, one) -> why.addAll(against(of, one, who)));
        if (why.isEmpty() && isStale) {
            return Set.of("CHANGED_MEANWHILE");
        }
        if (why.isEmpty()) {
            all.forEach((of, one) -> of.withdrawnSteps.add(one));
        }
        return why;
    }

    private static Set<String> against(Paper paper, Done step, Official who) {
        if (!step.by().institution().equals(who.institution())) {
            return Set.of("NOT_YOUR_INSTITUTION");
        }
        if (paper.withdrawnSteps.contains(step)) {
            return Set.of("ALREADY_WITHDRAWN");
        }
        if (paper.of.left != null) {
            return Set.of("WITHDRAWN_TOO_LATE");
        }
        if ("UNFIT".equals(step.outcome()) && step.by().equals(who)) {
            return Set.of("OWN_UNFIT");
        }
        return RemovalModel.isRestedOn(paper, step) ? Set.of("RESTED_ON") : Set.of();
    }
}
