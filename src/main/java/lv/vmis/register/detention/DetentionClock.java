package lv.vmis.register.detention;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.RegisterClock;
import org.jspecify.annotations.Nullable;

/**
 * Until when somebody may be held, what has to be done before, and how that was worked out. Nothing of it is stored.
 *
 * @param held from when he is held
 * @param earlier how long he was held before in the same procedure; it counts towards the total (CJEU C-357/09 Kadzoev)
 * @param titleEnds when the latest title ends
 * @param totalEnds when the ordinary total ends
 * @param longestEnds when the longest detention ends
 * @param releaseBy when he is released at the latest
 * @param submitBy by when a judge must have the papers if he is to be held longer
 * @param submittedAt when a judge got them for the title that ends last; nothing while he has not
 * @param steps how it was worked out
 */
public record DetentionClock(
        Instant held,
        Duration earlier,
        Instant titleEnds,
        Instant totalEnds,
        Instant longestEnds,
        Instant releaseBy,
        Instant submitBy,
        @Nullable Instant submittedAt,
        List<Step> steps) {

    /** A time in which somebody was held before. */
    record Earlier(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    /**
     * One step of the reckoning.
     *
     * @param key of its words: {@code detention.step.<key>}
     * @param moment what it comes to
     * @param law where it is written
     */
    public record Step(String key, Instant moment, Bilingual law) {}

    public DetentionClock {
        steps = List.copyOf(steps);
    }

    /** @param titles at least one: of the Border Guard or of a judge */
    static DetentionClock of(Instant held, List<DetentionTitle> titles, List<Earlier> before, DetentionLaw law) {
        var earlier = before.stream().map(Earlier::length).reduce(Duration.ZERO, Duration::plus);
        // As if he had been held without a break until now.
        var begun = ZonedDateTime.ofInstant(held.minus(earlier), RegisterClock.RIGA);
        var totalEnds = begun.plus(law.total()).toInstant();
        var longestEnds = begun.plus(law.longest()).toInstant();
        var last = titles.stream()
                .max(Comparator.comparing(DetentionTitle::untilAt))
                .orElseThrow();
        var titleEnds = last.untilAt();
        var isExtended = titles.stream().anyMatch(title -> title.kind().equals(DetentionTitle.COURT_EXTENSION));
        var limit = isExtended ? longestEnds : totalEnds;
        var releaseBy = titleEnds.isBefore(limit) ? titleEnds : limit;
        var submitBy = releaseBy.minus(law.submission());

        var steps = new ArrayList<Step>();
        // A title says until when; the law may have changed later on that day.
        titles.stream()
                .filter(title -> title.kind().equals(DetentionTitle.VRS))
                .map(title -> new Step("by-guard", title.untilAt(), law.source("byGuard")))
                .forEach(steps::add);
        titles.stream()
                .filter(title -> !title.kind().equals(DetentionTitle.VRS))
                .map(title -> new Step("by-judge", title.untilAt(), law.source("once")))
                .forEach(steps::add);
        steps.add(new Step("total", totalEnds, law.source("total")));
        if (isExtended) {
            steps.add(new Step("longest", longestEnds, law.source("longest")));
        }
        steps.add(new Step("submit", submitBy, law.source("submission")));
        return new DetentionClock(
                held, earlier, titleEnds, totalEnds, longestEnds, releaseBy, submitBy, last.submittedAt(), steps);
    }

    /** The law that ends it. */
    public Bilingual law() {
        return ending().law();
    }

    /** What ends it: the term of the Border Guard, that of a judge, or the total. */
    public Step ending() {
        return steps.stream()
                .filter(step -> step.moment().equals(releaseBy))
                .findFirst()
                .orElse(steps.getFirst());
    }

    public Alarm alarm(Instant now) {
        return Alarm.of(Duration.between(now, releaseBy));
    }

    /** How long he has been held in the procedure, earlier times counted. */
    public Duration heldFor(Instant now) {
        return earlier.plus(Duration.between(held, now));
    }

    /** Whether the judge should have had the papers already, or got them late. */
    public boolean isLate(Instant now) {
        return !isLast() && (submittedAt == null ? now : submittedAt).isAfter(submitBy);
    }

    /** Whether nobody can hold him longer than now, whoever decides. */
    public boolean isLast() {
        return !releaseBy.isBefore(longestEnds);
    }
}
