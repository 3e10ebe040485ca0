package lv.vmis.register.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import lv.vmis.register.kernel.RegisterClock;
import org.springframework.stereotype.Component;

/**
 * Counts the terms of the law in the unit each is written in. Days, months and years are those of the calendar in Riga; what
 * begins with a day does not count that day; hours are hours, whatever the clocks do.
 */
@Component
public class Terms {

    private static final Set<String> UNITS = Set.of("hours", "days", "working_days", "months", "years");

    private final LegalParameters parameters;
    private final WorkingDays workingDays;

    Terms(LegalParameters parameters, WorkingDays workingDays) {
        this.parameters = parameters;
        this.workingDays = workingDays;
    }

    /** The same by a law that is only tried. */
    public Terms under(LegalParameters law) {
        return new Terms(law, workingDays);
    }

    /** Whether the parameter is a term at all, and not an amount or an age. */
    public static boolean isTerm(LegalParameter rule) {
        return rule.value() != null && UNITS.contains(rule.unit());
    }

    /** The term that begins with the day; nothing where the register has no such law of that day. */
    public Optional<Term> after(String code, LocalDate day) {
        return parameters.find(code, day).map(rule -> counted(rule, Point.of(day)));
    }

    /** As {@link #after}; an end on a day off moves to the next working day (Administrative Procedure Law, s. 43). */
    public Optional<Term> procedural(String code, LocalDate day) {
        return after(code, day).map(term -> {
            var last = term.until().day();
            return workingDays.isWorkingDay(last)
                    ? term
                    : new Term(term.rule(), term.from(), Point.of(workingDays.onOrAfter(last)), last);
        });
    }

    /** When something is due that has to be done so long before a moment, by the law of its day. */
    public Optional<Term> before(String code, Instant end) {
        var until = Point.of(end);
        return parameters.find(code, until.day()).map(rule -> counted(rule, until, true));
    }

    /** What the term comes to when it begins there. */
    public Term counted(LegalParameter rule, Point from) {
        return counted(rule, from, false);
    }

    Term counted(TermForm.Wanted wanted) {
        return counted(wanted.rule(), wanted.from(), wanted.backwards());
    }

    private Term counted(LegalParameter rule, Point from, boolean backwards) {
        if (!isTerm(rule) || rule.value() == null) {
            throw new IllegalArgumentException("%s is no term".formatted(rule.code()));
        }
        var length = rule.value().intValueExact() * (backwards ? -1 : 1);
        var at = from.at();
        var until = switch (rule.unit()) {
            case "working_days" ->
                Point.of(backwards ? workingDays.minus(from.day(), -length) : workingDays.plus(from.day(), length));
            case "hours" -> Point.of((at == null ? start(from.day()) : at).plus(Duration.ofHours(length)));
            case "days" ->
                at == null ? Point.of(from.day().plusDays(length)) : Point.of(at.plus(Duration.ofDays(length)));
            case "months" -> moved(from, Period.ofMonths(length));
            default -> moved(from, Period.ofYears(length));
        };
        return new Term(rule, from, until, null);
    }

    /** Months and years end on the day of the same number, at the same time on the clock, or on the last of the month. */
    private static Point moved(Point from, Period by) {
        var at = from.at();
        return at == null
                ? Point.of(from.day().plus(by))
                : Point.of(at.atZone(RegisterClock.RIGA).plus(by).toInstant());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(RegisterClock.RIGA).toInstant();
    }
}
