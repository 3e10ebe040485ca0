package lv.vmis.register.sis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.sis.AlertFacts.Obligation;
import lv.vmis.register.sis.AlertFacts.SchengenBan;
import org.jspecify.annotations.Nullable;

/**
 * Which alert ought to exist on a person on a day: at most one (2018/1861 Art. 23(2)). The one on return comes before the one on refusal
 * of entry, which holds for whoever has left (Art. 24(3)). The function alerts_due says the same in SQL.
 */
public final class AlertRule {

    private static final LocalDate FOREVER = LocalDate.MAX;

    private static final Comparator<Obligation> NEWEST = Comparator.comparing(Obligation::decidedOn)
            .thenComparing(Obligation::signedAt)
            .thenComparing(Obligation::decisionId, AlertRule::byBits);

    private AlertRule() {}

    /** The days on which a ban bars entry; one interval, or none. */
    public record Days(LocalDate from, @Nullable LocalDate to) {

        boolean contains(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }

        private LocalDate until() {
            return to == null ? FOREVER : to;
        }
    }

    public static Optional<DueAlert> on(LocalDate day, AlertFacts facts) {
        if (facts.isFreeMover()) {
            return Optional.empty();
        }
        var obligation = facts.obligations().stream()
                .filter(one -> whyNot(day, facts, one) == null)
                .max(Comparator.<Obligation, Boolean>comparing(one -> !mayBeLeftOut(day, facts, one))
                        .thenComparing(NEWEST));
        var barred = facts.bans().stream()
                .filter(one -> whyNot(day, facts, one) == null)
                .max(Comparator.<SchengenBan, LocalDate>comparing(
                                one -> days(one).orElseThrow().until())
                        .thenComparing(SchengenBan::decidedOn)
                        .thenComparing(SchengenBan::signedAt)
                        .thenComparing(SchengenBan::decisionId, AlertRule::byBits));
        var returning = obligation.map(
                one -> new DueAlert(AlertCategory.RETURN, one.decisionId(), null, mayBeLeftOut(day, facts, one)));
        if (returning.isPresent() && (!returning.get().mayBeLeftOut() || barred.isEmpty())) {
            return returning;
        }
        return barred.map(one -> new DueAlert(AlertCategory.REFUSAL, one.decisionId(), one.banId(), false));
    }

    /** From the confirmed departure, or from the day another State saw him leave; not while suspended, and not once cancelled. */
    public static Optional<Days> days(SchengenBan ban) {
        if (ban.fromDay() != null) {
            return Optional.of(new Days(ban.fromDay(), ban.toDay()));
        }
        if (ban.seenLeavingOn() == null) {
            return Optional.empty();
        }
        var last = ban.termMonths() == null ? FOREVER : ban.seenLeavingOn().plusMonths(ban.termMonths());
        last = before(last, ban.cancelledOn());
        last = before(last, ban.suspendedOn());
        return last.isBefore(ban.seenLeavingOn())
                ? Optional.empty()
                : Optional.of(new Days(ban.seenLeavingOn(), last.equals(FOREVER) ? null : last));
    }

    /** Why no alert on return rests on the decision on the day; nothing when one does. */
    static @Nullable AlertEnd whyNot(LocalDate day, AlertFacts facts, Obligation one) {
        if (isReached(one.cancelledOn(), day)) {
            return AlertEnd.DECISION_CANCELLED;
        }
        if (one.departedOn() != null) {
            return AlertEnd.DEPARTED;
        }
        if (isReached(one.seenLeavingOn(), day)) {
            return AlertEnd.SEEN_LEAVING;
        }
        if (one.isReplaced()) {
            return AlertEnd.REPLACED;
        }
        if (one.decidedOn().isAfter(day) || (one.isOfCourt() && !isReached(one.inForceOn(), day))) {
            return AlertEnd.NOT_IN_FORCE;
        }
        return ended(day, facts, AlertCategory.RETURN, one.decidedOn(), one.signedAt());
    }

    /** Why no alert on refusal of entry rests on the ban on the day; nothing when one does. */
    static @Nullable AlertEnd whyNot(LocalDate day, AlertFacts facts, SchengenBan ban) {
        var days = days(ban).orElse(null);
        if (days != null && days.contains(day)) {
            return ended(day, facts, AlertCategory.REFUSAL, ban.decidedOn(), ban.signedAt());
        }
        if (days != null && days.from().isAfter(day)) {
            return AlertEnd.NOT_LEFT;
        }
        if (isReached(ban.cancelledOn(), day)) {
            return AlertEnd.BAN_CANCELLED;
        }
        if (isReached(ban.suspendedOn(), day)) {
            return AlertEnd.BAN_SUSPENDED;
        }
        return days == null ? AlertEnd.NOT_LEFT : AlertEnd.BAN_OVER;
    }

    /** Why the alert that rests on the decision, or on the ban, ought not to exist on the day. */
    static AlertEnd why(LocalDate day, AlertFacts facts, UUID decision, @Nullable UUID ban) {
        if (facts.isFreeMover()) {
            return AlertEnd.CITIZEN;
        }
        var why = ban == null
                ? facts.obligations().stream()
                        .filter(one -> one.decisionId().equals(decision))
                        .findFirst()
                        .map(one -> whyNot(day, facts, one))
                : facts.bans().stream()
                        .filter(one -> one.banId().equals(ban))
                        .findFirst()
                        .map(one -> whyNot(day, facts, one));
        return why.orElse(AlertEnd.OTHER_ALERT);
    }

    private static @Nullable AlertEnd ended(
            LocalDate day, AlertFacts facts, AlertCategory category, LocalDate decidedOn, Instant signedAt) {
        return facts.ends().stream()
                .filter(end -> end.isOf(category) && isReached(end.endedOn(), day) && end.ends(decidedOn, signedAt))
                .map(end -> AlertEnd.of(end.why()))
                .findFirst()
                .orElse(null);
    }

    private static boolean mayBeLeftOut(LocalDate day, AlertFacts facts, Obligation one) {
        return !one.isOrder() && facts.held().stream().anyMatch(held -> held.contains(day));
    }

    private static boolean isReached(@Nullable LocalDate date, LocalDate day) {
        return date != null && !date.isAfter(day);
    }

    private static LocalDate before(LocalDate last, @Nullable LocalDate end) {
        return end == null || end.isAfter(last) ? last : end.minusDays(1);
    }

    /** As PostgreSQL orders identifiers. */
    private static int byBits(UUID one, UUID other) {
        var high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
