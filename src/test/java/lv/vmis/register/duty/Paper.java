package lv.vmis.register.duty;

import static lv.vmis.register.duty.ProcedureModel.add;
import static lv.vmis.register.duty.ProcedureModel.day;
import static lv.vmis.register.duty.ProcedureModel.first;
import static lv.vmis.register.duty.ProcedureModel.reached;
import static lv.vmis.register.duty.ProcedureModel.stale;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lv.vmis.register.duty.ProcedureModel.Ban;
import lv.vmis.register.duty.ProcedureModel.Done;
import lv.vmis.register.duty.ProcedureModel.Official;
import lv.vmis.register.duty.ProcedureModel.Text;
import org.jspecify.annotations.Nullable;

/** A decision, from its draft on. */
final class Paper {
    @Nullable
    UUID id;

    final PaperCase of;
    final Official by;
    final Text text;
    final Instant prepared;

    /** A court decided, and nobody of the Register. */
    @Nullable
    PaperJudgment judgment;

    @Nullable
    Instant sent;

    @Nullable
    Instant returned;

    @Nullable
    Instant withdrawn;

    @Nullable
    Instant signed;

    @Nullable
    LocalDate served;

    @Nullable
    Instant servedAt;

    @Nullable
    Official servedBy;

    @Nullable
    LocalDate leaveBy;

    @Nullable
    LocalDate departed;

    final List<PaperFollowUp> later = new ArrayList<>();
    final List<PaperRemedy> remedies = new ArrayList<>();
    /** All that was noted, and what of it was withdrawn. */
    final List<Done> steps = new ArrayList<>();

    final Set<Done> withdrawnSteps = new HashSet<>();
    final Map<String, UUID> bans = new HashMap<>();

    Paper(PaperCase of, Official by, Text text, Instant prepared) {
        this.of = of;
        this.by = by;
        this.text = text;
        this.prepared = prepared;
    }

    boolean isDraft() {
        return signed == null && withdrawn == null;
    }

    LocalDate decided() {
        return judgment != null ? judgment.given : day(signed);
    }

    /** From when it can have been carried out: times are told to the minute, and of a judgment only the day is known. */
    Instant decidedFrom() {
        return judgment != null
                ? judgment.given.atStartOfDay(ProcedureModel.RIGA).toInstant()
                : Objects.requireNonNull(signed).truncatedTo(ChronoUnit.MINUTES);
    }

    @Nullable
    LocalDate cancelledOn() {
        var days = new TreeSet<LocalDate>();
        later.stream().filter(one -> one.holds("CANCEL", null)).forEach(one -> days.add(one.effect));
        remedies.stream().filter(one -> "CANCELLED".equals(one.result)).forEach(one -> days.add(one.resolved()));
        add(days, judgment == null ? null : judgment.ended);
        return days.isEmpty() ? null : days.first();
    }

    /** Since when follow-up decisions have it, or one of its bans, suspended. */
    @Nullable
    LocalDate stopped(@Nullable String territory) {
        PaperFollowUp last = null;
        for (var one : later) {
            if (one.holds("SUSPEND", territory) || one.holds("RESUME", territory)) {
                if (last == null || one.order > last.order) {
                    last = one;
                }
            }
        }
        return last == null || last.kind.equals("RESUME") ? null : last.effect;
    }

    @Nullable
    LocalDate suspendedOn() {
        var days = new TreeSet<LocalDate>();
        add(days, stopped(null));
        remedies.stream().filter(one -> one.suspends && one.result == null).forEach(one -> days.add(one.filed));
        return days.isEmpty() ? null : days.first();
    }

    /** Whether a remedy that suspends it waits, also when another decision has taken its place since. */
    boolean isContested() {
        return isContestedOn(LocalDate.MAX);
    }

    boolean isContestedOn(LocalDate day) {
        return remedies.stream().anyMatch(one -> one.suspends && one.result == null && !one.filed.isAfter(day));
    }

    /** When he left since it was signed, whichever decision and case that was entered under. */
    @Nullable
    LocalDate leftSince() {
        var mine = signed;
        return mine == null
                ? null
                : of.person.firstLeft(one -> one.leftUnder == this
                        || one.left().isAfter(decided())
                        || (one.left().equals(decided())
                                && !Objects.requireNonNull(one.leftTold).isBefore(mine)));
    }

    /** When he left, in its case or since it was signed; then nothing of it is amended or extended. */
    boolean isLeftUnderAny() {
        return of.left != null || leftSince() != null;
    }

    /** Every day since the service on which a suspension stopped the term is given back, and no day twice. */
    void goOn(LocalDate from, LocalDate until, Set<LocalDate> stood) {
        for (var day = from; day.isBefore(until); day = day.plusDays(1)) {
            if ((served == null || !day.isBefore(served)) && !hasStoodStill(day)) {
                stood.add(day);
                leaveBy = day.isAfter(leaveBy)
                        ? leaveBy
                        : Objects.requireNonNull(leaveBy).plusDays(1);
            }
        }
    }

    private boolean hasStoodStill(LocalDate day) {
        return remedies.stream().anyMatch(one -> one.stood.contains(day))
                || later.stream().anyMatch(one -> one.stood.contains(day));
    }

    /** A ban begins with the departure. */
    @Nullable
    LocalDate begins() {
        return leftSince();
    }

    /** Whether the ban keeps the person out on the day. */
    boolean bars(Ban ban, LocalDate day) {
        var begins = begins();
        if (begins == null || day.isBefore(begins) || day.isAfter(begins.plusMonths(months(ban)))) {
            return false;
        }
        var ends = new TreeSet<LocalDate>();
        add(ends, cancelledOn());
        add(ends, suspendedOn());
        add(ends, stopped(ban.territory()));
        later.stream().filter(one -> one.holds("CANCEL", ban.territory())).forEach(one -> ends.add(one.effect));
        return ends.isEmpty() || day.isBefore(ends.first());
    }

    /** The State to go to: as decided, or as amended last. */
    @Nullable
    String destination() {
        return later.stream()
                .filter(one -> one.holds("AMEND", null))
                .max(Comparator.comparing(one -> one.order))
                .map(one -> one.destination)
                .orElse(judgment != null && judgment.named != null ? judgment.named : text.destination());
    }

    boolean isBanCancelled(String territory) {
        return cancelledOn() != null || later.stream().anyMatch(one -> one.holds("CANCEL", territory));
    }

    int months(Ban ban) {
        return later.stream()
                .filter(one -> one.holds("REDUCE", ban.territory()))
                .mapToInt(one -> one.months)
                .min()
                .orElse(ban.months());
    }

    String state(LocalDate day) {
        if (withdrawn != null) {
            return "WITHDRAWN";
        }
        if (signed == null) {
            return sent != null ? "TO_SIGN" : returned != null ? "RETURNED" : "DRAFT";
        }
        if (reached(cancelledOn(), day)) {
            return "CANCELLED";
        }
        if (reached(departed, day)) {
            return "CARRIED_OUT";
        }
        if (reached(suspendedOn(), day)) {
            return "SUSPENDED";
        }
        if (this != of.standing()) {
            return "PAST";
        }
        if (served == null) {
            return "SIGNED";
        }
        return leaveBy != null && day.isAfter(leaveBy) ? "OVERDUE" : "SERVED";
    }

    private @Nullable String notWithPreparer(Official who) {
        if (signed != null) {
            return "ALREADY_SIGNED";
        }
        if (withdrawn != null) {
            return "WITHDRAWN_DRAFT";
        }
        if (!who.equals(by)) {
            return "NOT_THE_PREPARER";
        }
        return sent != null ? "ALREADY_SENT" : null;
    }

    private @Nullable String notWithDecider(Official who) {
        if (signed != null) {
            return "ALREADY_SIGNED";
        }
        if (withdrawn != null) {
            return "WITHDRAWN_DRAFT";
        }
        if (!who.institution().equals(by.institution())) {
            return "NOT_YOUR_INSTITUTION";
        }
        if (who.equals(by)) {
            return "FOUR_EYES";
        }
        return sent == null ? "NOT_SENT" : null;
    }

    Set<String> send(Official who, boolean isStale, Instant now) {
        return first(notWithPreparer(who), stale(isStale), () -> sent = now);
    }

    Set<String> withdraw(Official who, boolean isStale, Instant now) {
        return first(notWithPreparer(who), stale(isStale), () -> withdrawn = now);
    }

    Set<String> giveBack(Official who, boolean isStale, Instant now) {
        return first(notWithDecider(who), stale(isStale), () -> {
            sent = null;
            returned = now;
        });
    }

    Set<String> sign(Official who, boolean isStale, Instant now) {
        var gone = of.left != null ? "HAS_LEFT" : of.asksToBeConcluded() ? "LEFT_UNSIGNED" : null;
        var blocked = notWithDecider(who);
        return first(blocked != null ? blocked : stale(isStale), gone, () -> {
            signed = now;
            var term = text.term();
            leaveBy = term == null ? null : day(now).plusDays(term);
        });
    }

    Set<String> serve(Official who, LocalDate on, String manner, boolean hasNote, Instant now) {
        if (signed == null) {
            return Set.of("NOT_SIGNED");
        }
        if (of.closed != null) {
            return Set.of("CASE_CLOSED");
        }
        if (cancelledOn() != null) {
            return Set.of("IS_CANCELLED");
        }
        if (served != null) {
            return Set.of("ALREADY_SERVED");
        }
        var why = new TreeSet<String>();
        if (on.isBefore(decided())) {
            why.add("SERVED_BEFORE_DECISION");
        }
        if (on.isAfter(day(now))) {
            why.add("SERVED_IN_FUTURE");
        }
        if (manner.equals("REFUSED_TO_SIGN") && !hasNote) {
            why.add("REFUSAL_NEEDS_NOTE");
        }
        if (manner.equals("BY_PIGEON")) {
            why.add("MANNER_NOT_IN_LIST");
        }
        if (why.isEmpty()) {
            served = on;
            servedAt = now;
            servedBy = who;
            leaveBy = text.term() == null ? null : on.plusDays(text.term());
        }
        return why;
    }

    /** Whether who goes there is still in the Member States or the Schengen States, which the United Kingdom left with 2020. */
    static boolean isInside(String destination, LocalDate on) {
        return switch (destination) {
            case "EST", "NOR" -> true;
            case "GBR" -> on.getYear() < 2021;
            default -> false;
        };
    }

    /** Why nobody goes there. */
    static void against(String destination, LocalDate on, Set<String> why) {
        if (destination.equals("XXX")) {
            why.add("DESTINATION_NO_COUNTRY");
        } else if (destination.equals("LVA")) {
            why.add("DESTINATION_IS_LATVIA");
        } else if (isInside(destination, on)) {
            why.add("DESTINATION_INSIDE");
        }
    }

    Set<String> depart(Official who, ProcedureModel.Left how, Instant now) {
        return PaperDeparture.told(this, who, how, now);
    }

    Set<String> file(Official who, LocalDate on, boolean suspends, Instant now) {
        if (signed == null) {
            return Set.of("NOT_SIGNED");
        }
        if (!who.institution().equals(by.institution())) {
            return Set.of("NOT_YOUR_INSTITUTION");
        }
        if (judgment != null) {
            return Set.of("OF_COURT");
        }
        if (of.closed != null) {
            return Set.of("CASE_CLOSED");
        }
        if (cancelledOn() != null) {
            return Set.of("IS_CANCELLED");
        }
        if (remedies.stream().anyMatch(one -> one.result == null)) {
            return Set.of("ONE_WAITS");
        }
        var why = new TreeSet<String>();
        if (on.isBefore(decided())) {
            why.add("BEFORE_DECISION");
        }
        if (on.isAfter(day(now))) {
            why.add("IN_FUTURE");
        }
        if (why.isEmpty()) {
            remedies.add(new PaperRemedy(this, who, on, suspends, now));
        }
        return why;
    }
}
