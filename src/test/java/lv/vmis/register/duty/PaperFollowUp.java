package lv.vmis.register.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lv.vmis.register.duty.ProcedureModel.Official;
import org.jspecify.annotations.Nullable;

/** A follow-up decision about a decision or one of its bans. */
final class PaperFollowUp {
    /** On what each kind may rest, of the bases of random courses. */
    private static final Map<String, Set<String>> BASES = Map.of(
            "EXTEND", Set.of("IL2002-43-3"),
            "AMEND", Set.of("APL-86"),
            "SUSPEND", Set.of("APL-86"),
            "RESUME", Set.of("APL-86"),
            "CANCEL", Set.of("APL-86", "R122-12"),
            "REDUCE", Set.of("APL-86", "R122-12"));

    @Nullable
    UUID id;

    final Paper of;
    final @Nullable String territory;
    final Official by;
    final String kind;
    final LocalDate effect;
    final @Nullable LocalDate leaveBy;
    final int months;
    final @Nullable String destination;
    final String basis;
    boolean declined;
    boolean told;
    int order;

    @Nullable
    Instant signed;

    /** The last day to leave that it set. */
    @Nullable
    LocalDate termSet;

    /** The days on which the term stood still and which it gave back. */
    final Set<LocalDate> stood = new HashSet<>();

    PaperFollowUp(
            Paper of,
            @Nullable String territory,
            Official by,
            String kind,
            LocalDate effect,
            @Nullable LocalDate leaveBy,
            int months,
            @Nullable String destination,
            String basis) {
        this.of = of;
        this.territory = territory;
        this.by = by;
        this.kind = kind;
        this.effect = effect;
        this.leaveBy = leaveBy;
        this.months = months;
        this.destination = destination;
        this.basis = basis;
    }

    boolean holds(String what, @Nullable String about) {
        return order > 0 && kind.equals(what) && Objects.equals(territory, about);
    }

    Set<String> prepare(LocalDate today) {
        if (of.signed == null) {
            return Set.of("NOT_SIGNED");
        }
        if (of.judgment != null) {
            return Set.of("OF_COURT");
        }
        if (!by.institution().equals(of.by.institution())) {
            return Set.of("NOT_COMPETENT");
        }
        if (of.later.stream()
                .anyMatch(one -> !one.declined && one.order == 0 && Objects.equals(one.territory, territory))) {
            return Set.of("DRAFT_EXISTS");
        }
        var why = mistakes(by, today);
        if (why.isEmpty()) {
            of.later.add(this);
        }
        return why;
    }

    LocalDate decided() {
        return ProcedureModel.day(signed);
    }

    /**
     * Whether the person is still to be told of it: of what lifts or shortens anything always, of another change only while the
     * decision stands, and of nothing where the decision itself was never served.
     */
    boolean isToTell() {
        // Nobody is told who cannot be found or has died.
        if (signed == null
                || told
                || of.served == null
                || (of.of.closed != null && PaperCase.leavesDecision(of.of.closed))) {
            return false;
        }
        if (kind.equals("CANCEL") && territory == null) {
            return true;
        }
        return of.cancelledOn() == null && (territory != null || of == of.of.standing());
    }

    Set<String> tell(LocalDate on, String manner, boolean hasNote, LocalDate today) {
        if (signed == null) {
            return Set.of("NOT_YET_SIGNED");
        }
        if (told) {
            return Set.of("ALREADY_SERVED");
        }
        var why = new TreeSet<String>();
        if (on.isBefore(decided())) {
            why.add("SERVED_BEFORE_DECISION");
        }
        if (on.isAfter(today)) {
            why.add("DATE_IN_FUTURE");
        }
        if (manner.equals("BY_PIGEON")) {
            why.add("NOT_IN_LIST");
        }
        if (manner.equals("REFUSED_TO_SIGN") && !hasNote) {
            why.add("REFUSAL_NEEDS_NOTE");
        }
        told = why.isEmpty();
        return why;
    }

    Set<String> answer(Official who, boolean signs, boolean isStale, Instant now) {
        if (declined || order > 0) {
            return Set.of("ALREADY_ANSWERED");
        }
        if (!who.institution().equals(by.institution())) {
            return Set.of("NOT_YOUR_INSTITUTION");
        }
        if (who.equals(by)) {
            return Set.of("FOUR_EYES");
        }
        if (isStale) {
            return Set.of("CHANGED_MEANWHILE");
        }
        if (!signs) {
            declined = true;
            return Set.of();
        }
        var why = mistakes(who, ProcedureModel.day(now));
        if (why.isEmpty()) {
            signed = now;
            var since = of.stopped(null);
            order = 1 + of.later.stream().mapToInt(one -> one.order).max().orElse(0);
            if (leaveBy != null) {
                of.leaveBy = leaveBy;
                termSet = leaveBy;
            }
            if (kind.equals("RESUME")
                    && territory == null
                    && since != null
                    && of.leaveBy != null
                    && !of.isLeftUnderAny()) {
                of.goOn(since, effect, stood);
                termSet = of.leaveBy;
            }
            if (destination != null) {
                of.of.assessedBeforeAmendment = of.of.answers.size();
            }
        }
        return why;
    }

    private Set<String> mistakes(Official who, LocalDate today) {
        var why = new TreeSet<String>();
        if (!BASES.getOrDefault(kind, Set.of()).contains(basis)) {
            why.add("BASIS_NOT_IN_FORCE");
        } else if (basis.equals("R122-12") && !who.institution().equals("PMLP")) {
            why.add("BASIS_OF_ANOTHER");
        }
        if (effect.isBefore(of.decided())) {
            why.add("BEFORE_TARGET");
        }
        if (effect.isAfter(today)) {
            why.add("TAKES_EFFECT_LATER");
        }
        if (territory == null ? of.cancelledOn() != null : of.isBanCancelled(territory)) {
            why.add("IS_CANCELLED");
            return why;
        }
        var since = of.stopped(territory);
        switch (kind) {
            case "SUSPEND" -> {
                if (territory == null && of.isLeftUnderAny()) {
                    why.add("HAS_LEFT");
                }
                if (since != null) {
                    why.add("IS_SUSPENDED");
                }
            }
            case "RESUME" -> {
                if (since == null) {
                    why.add("NOT_SUSPENDED");
                } else if (effect.isBefore(since)) {
                    why.add("BEFORE_TARGET");
                }
            }
            case "EXTEND" -> extend(why, today);
            case "AMEND" -> amend(why, today);
            case "REDUCE" -> {
                var ban = of.text.bans().stream()
                        .filter(one -> one.territory().equals(territory))
                        .findFirst();
                if (ban.isEmpty()) {
                    why.add("KIND_NOT_FOR_TARGET");
                } else if (months >= of.months(ban.get())) {
                    why.add("NOT_SHORTER");
                }
            }
            default -> {}
        }
        return why;
    }

    private void amend(Set<String> why, LocalDate today) {
        var asked = Objects.requireNonNull(destination);
        if (territory != null) {
            why.add("KIND_NOT_FOR_TARGET");
            return;
        }
        if (of.isLeftUnderAny()) {
            why.add("HAS_LEFT");
        } else if (of != of.of.standing()) {
            why.add("NOT_STANDING");
        }
        if (asked.equals(of.destination())) {
            why.add("SAME_DESTINATION");
        } else {
            Paper.against(asked, today, why);
        }
    }

    private void extend(Set<String> why, LocalDate today) {
        if (territory != null || of.text.removal()) {
            why.add("KIND_NOT_FOR_TARGET");
            return;
        }
        if (of.isLeftUnderAny()) {
            why.add("HAS_LEFT");
        }
        var asked = Objects.requireNonNull(leaveBy);
        if (of.served == null || of.leaveBy == null) {
            why.add("NOT_SERVED");
        } else if (!asked.isAfter(of.leaveBy)) {
            why.add("NOT_LATER");
        } else {
            if (asked.isBefore(today)) {
                why.add("TERM_PAST");
            }
            if (asked.isAfter(of.served.plusYears(1))) {
                why.add("LATER_THAN_LAW");
            }
        }
    }
}
