package lv.vmis.register.detention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RegisterClock;

/** How long a judge may hold somebody at a time and in all (Immigration Law s. 54; Directive 2008/115/EC Art. 15). */
final class RulingRules {

    private RulingRules() {}

    /**
     * The decision of a judge.
     *
     * @param isExceptional beyond the ordinary total, in the cases of Directive 2008/115/EC, Art. 15(6)
     */
    record Ruling(boolean isExceptional, String court, String number, LocalDate decidedOn, Instant until) {

        DetentionTitle title() {
            var kind = isExceptional ? DetentionTitle.COURT_EXTENSION : DetentionTitle.COURT;
            return new DetentionTitle(kind, until, court, number, decidedOn);
        }
    }

    /** What is wrong with it for somebody who is held until the end of the titles before it. */
    static Optional<Refusal> mistake(Ruling ruling, DetentionClock before, DetentionLaw law) {
        var ends = before.titleEnds();
        if (!ruling.until().isAfter(ends)) {
            return Optional.of(Refusal.at("untilDay", DetentionRefusal.NOT_LONGER, Moments.shown(ends)));
        }
        if (ruling.until().isAfter(before.longestEnds())) {
            return Optional.of(Refusal.at(
                    "untilDay",
                    DetentionRefusal.LONGER_THAN_LONGEST,
                    Moments.shown(before.longestEnds()),
                    law.source("longest")));
        }
        if (ruling.isExceptional()) {
            return isBefore(ends, before.totalEnds())
                    ? Optional.of(Refusal.at(
                            "kind",
                            DetentionRefusal.EXTENSION_BEFORE_TOTAL,
                            Moments.shown(before.totalEnds()),
                            law.source("total")))
                    : Optional.empty();
        }
        if (ruling.until().isAfter(before.totalEnds())) {
            return Optional.of(Refusal.at(
                    "untilDay",
                    DetentionRefusal.LONGER_THAN_TOTAL,
                    Moments.shown(before.totalEnds()),
                    law.source("total")));
        }
        return ruling.until().isAfter(after(ends, law.once()))
                ? Optional.of(Refusal.at(
                        "untilDay",
                        DetentionRefusal.LONGER_THAN_ONCE,
                        Moments.shown(after(ends, law.once())),
                        law.source("once")))
                : Optional.empty();
    }

    /** What is wrong with one by which a detention begins: the judge decided before. */
    static List<Refusal> first(Ruling ruling, Instant from, List<DetentionClock.Earlier> earlier, DetentionLaw law) {
        if (ruling.decidedOn().isAfter(Moments.day(from))) {
            return List.of(Refusal.at("decidedOn", DetentionRefusal.DECIDED_AFTER_START, Moments.shown(from)));
        }
        var none = List.of(new DetentionTitle(DetentionTitle.VRS, from, null, null, null));
        return mistake(ruling, DetentionClock.of(from, none, earlier, law), law).stream()
                .toList();
    }

    /** Rulings are typed to the minute. */
    private static boolean isBefore(Instant ends, Instant total) {
        return ends.truncatedTo(ChronoUnit.MINUTES).isBefore(total.truncatedTo(ChronoUnit.MINUTES));
    }

    private static Instant after(Instant moment, Period term) {
        return ZonedDateTime.ofInstant(moment, RegisterClock.RIGA).plus(term).toInstant();
    }
}
